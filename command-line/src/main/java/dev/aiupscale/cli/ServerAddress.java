package dev.aiupscale.cli;

import java.net.URI;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes only what can be a server. */
final class ServerAddress implements ITypeConverter<URI> {
  @Override
  public URI convert(String text) {
    if (!text.matches("https?://[^/?#]+(/[^?#]*)?")) {
      throw new TypeConversionException("'" + text + "' is no address like http://localhost:8080");
    }
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException("'" + text + "' is no address: " + e.getMessage());
    }
  }
}
