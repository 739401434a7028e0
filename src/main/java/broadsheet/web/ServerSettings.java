package broadsheet.web;

import broadsheet.ledger.WatchState;
import broadsheet.web.request.BasePath;
import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The address a server listens on, its public name, and the proxies it trusts.
 *
 * @param host the name or address to listen on
 * @param port 0 takes a free one
 * @param publicUrl scheme and authority by which readers know the server, without a path; empty if
 *     it has no public name
 * @param proxies addresses of the proxies trusted to name the user
 * @param userHeader the request header that names the user; empty if no proxy does
 * @param groupsHeader the request header that names the groups of the user; empty if no proxy does
 * @param watch called for each health report; returns quickly and never throws
 * @param limits limits on concurrent work
 * @param base the path under which readers reach the server
 */
public record ServerSettings(
    String host,
    int port,
    Optional<URI> publicUrl,
    Set<InetAddress> proxies,
    Optional<String> userHeader,
    Optional<String> groupsHeader,
    Supplier<WatchState> watch,
    ServerLimits limits,
    BasePath base) {

  public ServerSettings {
    proxies = Set.copyOf(proxies);
  }

  /** Settings for an address: no public name, no watch, default limits. */
  public static ServerSettings at(String host, int port) {
    return new ServerSettings(
        host,
        port,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        WatchState::off,
        ServerLimits.ofThisProcess(),
        BasePath.ROOT);
  }

  /** A copy with a public address. */
  public ServerSettings knownAs(URI url) {
    return new ServerSettings(
        host, port, Optional.of(url), proxies, userHeader, groupsHeader, watch, limits, base);
  }

  /** A copy that trusts these proxies to name the user. */
  public ServerSettings behind(Set<InetAddress> trusted, Optional<String> header) {
    return behind(trusted, header, Optional.empty());
  }

  /** A copy that trusts these proxies to name the user and the user's groups. */
  public ServerSettings behind(
      Set<InetAddress> trusted, Optional<String> header, Optional<String> groups) {
    return new ServerSettings(host, port, publicUrl, trusted, header, groups, watch, limits, base);
  }

  /** A copy that reports this watch. */
  public ServerSettings watching(Supplier<WatchState> state) {
    return new ServerSettings(
        host, port, publicUrl, proxies, userHeader, groupsHeader, state, limits, base);
  }

  /** A copy with other limits. */
  public ServerSettings within(ServerLimits other) {
    return new ServerSettings(
        host, port, publicUrl, proxies, userHeader, groupsHeader, watch, other, base);
  }

  /** A copy that readers reach under a path. */
  public ServerSettings under(BasePath path) {
    return new ServerSettings(
        host, port, publicUrl, proxies, userHeader, groupsHeader, watch, limits, path);
  }
}
