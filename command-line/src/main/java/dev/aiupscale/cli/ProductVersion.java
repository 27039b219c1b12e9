package dev.aiupscale.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the build gave the jar. */
final class ProductVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = ProductVersion.class.getPackage().getImplementationVersion();
    return new String[] {"upscale " + Objects.requireNonNullElse(version, "(not from a jar)")};
  }
}
