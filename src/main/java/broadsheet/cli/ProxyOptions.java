package broadsheet.cli;

import broadsheet.cli.common.UsageException;
import broadsheet.web.ServerSettings;
import broadsheet.web.request.BasePath;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The {@code serve} options for running behind a proxy. */
final class ProxyOptions {

  /** A token, which is how RFC 9110 defines header names. */
  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description =
          "The address that readers use to reach this server behind a proxy, such as"
              + " https://archive.example.org. The server is then read-only, except with"
              + " --user-header.")
  private @Nullable String publicUrl;

  @Option(
      names = "--base-path",
      paramLabel = "PATH",
      description =
          "The path under which readers reach this server behind a proxy, such as /archive. The"
              + " proxy may pass it on or remove it.")
  private @Nullable String basePath;

  @Option(
      names = "--trust-proxy",
      paramLabel = "ADDRESS",
      description =
          "The IP address of a proxy that is trusted to name the user; may be repeated. Needs"
              + " --public-url.")
  private List<String> proxies = List.of();

  @Option(
      names = "--user-header",
      paramLabel = "NAME",
      description =
          "The request header in which the trusted proxy names the user. Named users may save and"
              + " remove alerts and judge hits. Needs --trust-proxy.")
  private @Nullable String userHeader;

  @Option(
      names = "--groups-header",
      paramLabel = "NAME",
      description =
          "The request header in which the trusted proxy names the groups of the user, with commas"
              + " between them: who may read which collection. Needs --trust-proxy.")
  private @Nullable String groupsHeader;

  /**
   * Adds what the flags say to these settings.
   *
   * @throws UsageException if a flag is invalid, or needs another that is missing
   */
  ServerSettings of(ServerSettings settings) {
    String url = publicUrl;
    if (!proxies.isEmpty() && url == null) {
      throw new UsageException("--trust-proxy needs --public-url and the address that readers use");
    }
    requireProxy("--user-header", userHeader);
    requireProxy("--groups-header", groupsHeader);
    ServerSettings trusting =
        settings
            .behind(
                trusted(),
                header("--user-header", userHeader),
                header("--groups-header", groupsHeader))
            .under(base());
    return url == null ? trusting : trusting.knownAs(site(url));
  }

  private void requireProxy(String option, @Nullable String header) {
    if (header != null && proxies.isEmpty()) {
      throw new UsageException(
          option
              + " needs --trust-proxy and the IP address of the proxy that sets it;"
              + " otherwise anyone could send that header");
    }
  }

  private BasePath base() {
    String path = basePath == null ? "" : basePath;
    try {
      return new BasePath(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "--base-path takes a path such as /archive, not “" + basePath + "”", e);
    }
  }

  /** Whether a proxy names users. */
  boolean hasUsers() {
    return userHeader != null;
  }

  private static Optional<String> header(String option, @Nullable String name) {
    if (name != null && !HEADER.matcher(name).matches()) {
      throw new UsageException(
          option + " takes the name of a request header such as X-Remote-User, not “" + name + "”");
    }
    return Optional.ofNullable(name);
  }

  private Set<InetAddress> trusted() {
    Set<InetAddress> trusted = new HashSet<>();
    for (String proxy : proxies) {
      try {
        trusted.add(InetAddress.ofLiteral(proxy));
      } catch (IllegalArgumentException e) {
        throw new UsageException(
            "--trust-proxy takes an IP address such as 127.0.0.1 or ::1, not “" + proxy + "”", e);
      }
    }
    return trusted;
  }

  private static URI site(String given) {
    try {
      URI url = new URI(given.endsWith("/") ? given.substring(0, given.length() - 1) : given);
      boolean isWeb =
          "https".equalsIgnoreCase(url.getScheme()) || "http".equalsIgnoreCase(url.getScheme());
      boolean isSite =
          url.getHost() != null && url.getRawUserInfo() == null && url.getRawPath().isEmpty();
      if (isWeb && isSite && url.getRawQuery() == null && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // falls through to the message, which is clearer than the exception
    }
    throw new UsageException(
        "--public-url takes an address without a path such as https://archive.example.org, not “"
            + given
            + "”");
  }
}
