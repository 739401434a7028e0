package broadsheet.web.address;

import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Under which names a server answers, and who may change anything through it. Thread-safe.
 *
 * @param isForThisMachineOnly whether it listens where only its own machine reaches it
 * @param publicUrl scheme and authority by which readers know it; empty where it has no public name
 * @param proxies the addresses of proxies that are trusted to say who asks
 * @param userHeader the header in which they say so; empty where nobody does
 */
public record Access(
    boolean isForThisMachineOnly,
    Optional<URI> publicUrl,
    Set<InetAddress> proxies,
    Optional<String> userHeader) {

  private static final Set<String> NAMES_OF_THIS_MACHINE =
      Set.of("localhost", "[::1]", "::1", "[0:0:0:0:0:0:0:1]", "0:0:0:0:0:0:0:1");

  /** What proxies add to the requests they pass on. */
  private static final List<String> MARKS_OF_PROXIES =
      List.of(
          "Forwarded",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP",
          "Via");

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  /** Whether a name or address is this machine's own, which no other machine reaches. */
  public static boolean namesThisMachine(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return NAMES_OF_THIS_MACHINE.contains(name) || LOOPBACK.matcher(name).matches();
  }

  /**
   * Whether it answers to a name. A name that anyone can register must be the public one: else a
   * web site whose name is made to lead here could read the archive through its visitor's browser.
   * An address cannot be used for that.
   */
  public boolean answersTo(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return namesThisMachine(name)
        || publicUrl.map(url -> url.getHost().equalsIgnoreCase(name)).orElse(false)
        || (!isForThisMachineOnly && (IPV4.matcher(name).matches() || name.startsWith("[")));
  }

  /**
   * Whether this request may change anything: on a server without a public name one from its own
   * machine, that no proxy passed on; on one with a public name one of a known user.
   */
  public boolean mayChange(Context context) {
    return publicUrl.isPresent()
        ? user(context).isPresent()
        : isForThisMachineOnly && !isPassedOn(context);
  }

  /** No browser speaks HTTP/1.0 any more, but proxies do, which may leave no other mark. */
  private static boolean isPassedOn(Context context) {
    return context.protocol().equals("HTTP/1.0")
        || MARKS_OF_PROXIES.stream().anyMatch(mark -> context.header(mark) != null);
  }

  /** Who asks, as a trusted proxy says; empty where none says so. */
  public Optional<String> user(Context context) {
    return userHeader
        .filter(_ -> isTrusted(context.req().getRemoteAddr()))
        .map(context::header)
        .map(String::strip)
        .filter(user -> !user.isEmpty());
  }

  private boolean isTrusted(String address) {
    try {
      // An address, not a name, so that nothing is looked up.
      return proxies.contains(InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Lets only a request pass that may change something, from a page of this server.
   *
   * @throws Refusal with status 403 saying why
   */
  public void requireChange(Context context) {
    if (!mayChange(context)) {
      throw new Refusal(
          new Problem(
              "Only for reading",
              403,
              publicUrl.isPresent()
                  ? "Nothing can be changed here without a user name from a trusted proxy."
                  : "Nothing can be changed from another machine or through a proxy. On the"
                      + " server’s own machine: ./broadsheet alert add QUERY, or ./broadsheet"
                      + " alert remove ID."));
    }
    SameOrigin.require(context);
  }
}
