package dev.aiupscale.api.callback;

import dev.aiupscale.api.ApiConfig;
import dev.aiupscale.common.job.ErrorCode;
import dev.aiupscale.common.job.UpscaleException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whether there are callbacks, and where they may go. */
public class CallbackRules {
  private static final int MAX_LENGTH = 2000;

  /** What Java reads as an address without asking anybody. */
  private static final Pattern LITERAL = Pattern.compile("\\[.*]|[0-9.]+");

  private final Optional<SigningKey> key;
  private final boolean http;
  private final boolean privateNetworks;

  /**
   * @throws IllegalArgumentException when the secret is none
   */
  public CallbackRules(ApiConfig.CallbacksConfig config) {
    this.key = config.secret().map(SigningKey::parse);
    this.http = config.allowHttp();
    this.privateNetworks = config.allowPrivate();
  }

  /** Empty where there are no callbacks. */
  Optional<SigningKey> key() {
    return key;
  }

  /**
   * Reads the form's field. Where a name leads is looked at when it is called, since that can
   * change.
   *
   * @throws UpscaleException OPTION_INVALID
   */
  public URI accept(String text) {
    if (key.isEmpty()) {
      throw invalid("is not taken here: callbacks are off, and API_CALLBACKS_SECRET sets them on");
    }
    URI url = parse(text);
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    boolean known = scheme.equals("https") || (http && scheme.equals("http"));
    if (!known
        || url.getHost() == null
        || url.getUserInfo() != null
        || text.length() > MAX_LENGTH) {
      throw invalid(
          "is an absolute "
              + (http ? "https or http" : "https")
              + " URL of at most "
              + MAX_LENGTH
              + " characters, without a user's name");
    }
    if (LITERAL.matcher(url.getHost()).matches()) {
      requireAllowed(url);
    }
    return url;
  }

  /** Whether the address may be called. */
  boolean allows(InetAddress address) {
    return privateNetworks || PublicAddress.is(address);
  }

  private void requireAllowed(URI url) {
    try {
      if (!allows(InetAddress.getByName(url.getHost()))) {
        throw invalid("leads into a private network");
      }
    } catch (UnknownHostException e) {
      throw invalid("names no host");
    }
  }

  private static URI parse(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw invalid("is no URL");
    }
  }

  private static UpscaleException invalid(String why) {
    return new UpscaleException(ErrorCode.OPTION_INVALID, "The field 'callbackUrl' " + why + ".");
  }
}
