package broadsheet.cli;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Refuses to look up names of other machines, in a process of {@link WatchedNetwork} alone. */
public final class WatchedNames extends InetAddressResolverProvider {

  @Override
  public InetAddressResolver get(Configuration configuration) {
    InetAddressResolver usual = configuration.builtinResolver();
    return new InetAddressResolver() {
      @Override
      public Stream<InetAddress> lookupByName(String host, LookupPolicy policy)
          throws UnknownHostException {
        return host.equals("localhost")
            ? usual.lookupByName(host, policy)
            : WatchedNetwork.refuse(WatchedNetwork.WAYS.getLast());
      }

      @Override
      public String lookupByAddress(byte[] address) {
        return WatchedNetwork.refuse(WatchedNetwork.WAYS.getLast());
      }
    };
  }

  @Override
  public String name() {
    return "watched";
  }
}
