package broadsheet.web;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Where a server listens, under which name, and whom it trusts.
 *
 * @param host the name or address to listen on
 * @param port 0 takes a free one
 * @param publicUrl scheme and authority by which readers know the server, without a path; empty
 *     where it has no name but its address
 * @param proxies the addresses of proxies that are trusted to say who asks
 * @param userHeader the request header in which they say so; empty where nobody does
 * @param watch asked for each report; returns quickly and never throws
 * @param limits what it takes on at once
 */
public record ServerSettings(
    String host,
    int port,
    Optional<URI> publicUrl,
    Set<InetAddress> proxies,
    Optional<String> userHeader,
    Supplier<WatchState> watch,
    ServerLimits limits) {

  public ServerSettings {
    proxies = Set.copyOf(proxies);
  }

  /** At that address, without a public name, watching nothing, within the usual limits. */
  public static ServerSettings at(String host, int port) {
    return new ServerSettings(
        host,
        port,
        Optional.empty(),
        Set.of(),
        Optional.empty(),
        WatchState::off,
        ServerLimits.ofThisProcess());
  }

  /** The same, known to its readers by that address. */
  public ServerSettings knownAs(URI url) {
    return new ServerSettings(host, port, Optional.of(url), proxies, userHeader, watch, limits);
  }

  /** The same, trusting these proxies to say who asks. */
  public ServerSettings behind(Set<InetAddress> trusted, Optional<String> header) {
    return new ServerSettings(host, port, publicUrl, trusted, header, watch, limits);
  }

  /** The same, reporting this watch. */
  public ServerSettings watching(Supplier<WatchState> state) {
    return new ServerSettings(host, port, publicUrl, proxies, userHeader, state, limits);
  }

  /** The same within other limits. */
  public ServerSettings within(ServerLimits other) {
    return new ServerSettings(host, port, publicUrl, proxies, userHeader, watch, other);
  }
}
