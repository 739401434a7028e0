package broadsheet.web.request;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names a server answers to, and who may make changes through it. Thread-safe.
 *
 * @param isForThisMachineOnly whether it listens only on an address of its own machine
 * @param publicUrl scheme and authority by which readers know it; empty if it has no public name
 * @param proxies addresses of the proxies trusted to name the user
 * @param userHeader the header that names the user; empty if no proxy does
 * @param groupsHeader the header that names the groups of the user; empty if no proxy does
 */
public record Access(
    boolean isForThisMachineOnly,
    Optional<URI> publicUrl,
    Set<InetAddress> proxies,
    Optional<String> userHeader,
    Optional<String> groupsHeader) {

  private static final Set<String> NAMES_OF_THIS_MACHINE =
      Set.of("localhost", "[::1]", "::1", "[0:0:0:0:0:0:0:1]", "0:0:0:0:0:0:0:1");

  /** The names of headers that proxies add to the requests they forward. */
  private static final Pattern MARKS_OF_PROXIES =
      Pattern.compile(
          "(x-)?forwarded(-.*)?|x-(real|client|original|cluster-client)-.*|true-client-ip|cf-.*|via",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
  private static final Pattern LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

  /** Whether a name or address is this machine's own, which no other machine can reach. */
  public static boolean namesThisMachine(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return NAMES_OF_THIS_MACHINE.contains(name) || LOOPBACK.matcher(name).matches();
  }

  /**
   * Whether the server answers to a name. A name that anyone can register must be the public one;
   * otherwise a web site could point its own name here and read the archive through a visitor's
   * browser. An address cannot be misused in this way.
   */
  public boolean answersTo(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    return namesThisMachine(name)
        || publicUrl.map(url -> url.getHost().equalsIgnoreCase(name)).orElse(false)
        || (!isForThisMachineOnly && (IPV4.matcher(name).matches() || name.startsWith("[")));
  }

  /**
   * Lets scripts of other sites read an answer if the server has a public name. Without one the
   * server is for its own machine or network only, and no site may read it through a visitor's
   * browser.
   */
  public void openToOtherSites(Context context) {
    if (publicUrl.isPresent()) {
      context.header("Access-Control-Allow-Origin", "*");
      context.header("Cross-Origin-Resource-Policy", "cross-origin");
    }
  }

  /**
   * Whether this request may make changes. Without a public name, it must come from the server's
   * own machine and not through a proxy; with one, it must come from a known user.
   */
  public boolean mayChange(Context context) {
    return publicUrl.isPresent() ? user(context).isPresent() : isDirect(context);
  }

  /** Whether this request may make changes; if so, its answer may have a form for them. */
  public boolean mayChangeByForm(Context context) {
    boolean mayChange = mayChange(context);
    if (mayChange) {
      SameOrigin.letFormsTellTheirOrigin(context);
    }
    return mayChange;
  }

  /** Browsers no longer speak HTTP/1.0, but a proxy may, and may leave no other trace. */
  private static boolean isPassedOn(Context context) {
    return context.protocol().equals("HTTP/1.0")
        || context.headerMap().keySet().stream()
            .anyMatch(name -> MARKS_OF_PROXIES.matcher(name).matches());
  }

  /** Whether a request comes from the server's own machine, and no proxy passed it on. */
  public boolean isDirect(Context context) {
    return publicUrl.isEmpty() && isForThisMachineOnly && !isPassedOn(context);
  }

  /** The user, as named by a trusted proxy; empty if none names one. */
  public Optional<String> user(Context context) {
    return told(userHeader, context).map(String::strip).filter(user -> !user.isEmpty());
  }

  /** The groups of the user, as named by a trusted proxy with commas between them. */
  public Set<String> groups(Context context) {
    return told(groupsHeader, context).stream()
        .flatMap(names -> Arrays.stream(names.split("[ \t]*,[ \t]*", -1)))
        .filter(group -> !group.isEmpty())
        .collect(Collectors.toSet());
  }

  private Optional<String> told(Optional<String> header, Context context) {
    return header
        .filter(_ -> isTrusted(context.req().getRemoteAddr()))
        .map(context::header)
        .map(Access::decoded);
  }

  /** Proxies send names as UTF-8, and the server reads each byte of a header as a character. */
  private static String decoded(String header) {
    try {
      ByteBuffer bytes = StandardCharsets.ISO_8859_1.newEncoder().encode(CharBuffer.wrap(header));
      return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
    } catch (CharacterCodingException e) {
      return header; // another encoding
    }
  }

  private boolean isTrusted(String address) {
    try {
      // An address rather than a name, so that nothing is looked up.
      return proxies.contains(InetAddress.ofLiteral(address.replaceAll("[\\[\\]]", "")));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Requires that the request may make changes and comes from a page of this server.
   *
   * @throws Refusal with status 403 and the reason
   */
  public void requireChange(Context context) {
    if (!mayChange(context)) {
      throw new Refusal(
          new Problem(
              "Read-only",
              403,
              publicUrl.isPresent()
                  ? "Changes need a user name from a trusted proxy."
                  : "Changes cannot be made from another machine or through a proxy. On the"
                      + " server’s own machine, use ./broadsheet alert add QUERY, ./broadsheet"
                      + " alert remove ID or ./broadsheet list."));
    }
    SameOrigin.require(context);
  }
}
