package dev.aiupscale.common.job;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** SHA-256 digests in the form that the product names things by: 64 lower-case hex digits. */
public final class Sha256 {
  private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}");

  private Sha256() {}

  /** A fresh digest; every Java runtime has SHA-256. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String of(byte[] bytes) {
    return HexFormat.of().formatHex(digest().digest(bytes));
  }

  public static boolean isHex(String text) {
    return HEX.matcher(text).matches();
  }

  static String requireHex(String what, String text) {
    if (!isHex(text)) {
      throw new IllegalArgumentException(what + " is 64 lower-case hex digits");
    }
    return text;
  }
}
