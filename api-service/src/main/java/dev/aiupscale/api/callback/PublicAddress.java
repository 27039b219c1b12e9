package dev.aiupscale.api.callback;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells the addresses of the public internet from all others (IANA's special-purpose registries).
 */
final class PublicAddress {
  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(bytes) : isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean special =
        first == 0
            || first >= 240
            // shared by a carrier's customers
            || (first == 100 && (second & 0xc0) == 64)
            || (first == 192 && second == 0 && (third == 0 || third == 2))
            // way to IPv6, withdrawn
            || (first == 192 && second == 88 && third == 99)
            // benchmarks
            || (first == 198 && (second & 0xfe) == 18)
            || (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113);
    return !special;
  }

  /** Only global unicast, and of that nothing by which an IPv4 address is reached. */
  private static boolean isPublic6(byte[] bytes) {
    int group = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    boolean global = (group & 0xe000) == 0x2000;
    boolean sixToFour = group == 0x2002;
    boolean protocols = group == 0x2001 && second < 0x200;
    boolean documents = (group == 0x2001 && second == 0xdb8) || group == 0x3fff;
    return global && !sixToFour && !protocols && !documents;
  }
}
