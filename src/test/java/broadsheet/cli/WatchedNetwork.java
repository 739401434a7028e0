package broadsheet.cli;

import broadsheet.Main;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ProtocolFamily;
import java.net.Socket;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The program in a process that may listen and be called, but not call: the JVM refuses each socket
 * that could reach out, whichever way it is opened, and prints a line about it as an error. Names
 * that it looks up are refused by {@link WatchedNames}. Before the program starts, it tries each
 * way once, as a control.
 */
@SuppressWarnings("deprecation") // the only way to see sockets of java.net
public final class WatchedNetwork extends SelectorProvider {
  static final String REFUSED = "refused: ";

  /** The line after the control. */
  static final String WATCHING = "watching";

  /** The ways that the control tries. */
  static final List<String> WAYS =
      List.of("a socket", "a datagram socket", "a channel", "a datagram channel", "a name");

  private final SelectorProvider usual = usual();

  /** Starts the program with its arguments. */
  public static void main(String[] args) throws Exception {
    Socket.setSocketImplFactory(() -> refuse(WAYS.get(0)));
    DatagramSocket.setDatagramSocketImplFactory(() -> refuse(WAYS.get(1)));
    attempt(Socket::new);
    attempt(DatagramSocket::new);
    attempt(SocketChannel::open);
    attempt(DatagramChannel::open);
    attempt(() -> InetAddress.getAllByName("broadsheet.invalid"));
    System.err.println(WATCHING);
    Main.main(args);
  }

  private static void attempt(Callable<?> way) {
    try {
      way.call();
      throw new AssertionError("not refused");
    } catch (Exception e) {
      // refused
    }
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // returns never
  static <T> T refuse(String way) {
    System.err.println(REFUSED + way);
    throw new IllegalStateException("This process opens no connection.");
  }

  private static SelectorProvider usual() {
    try {
      return (SelectorProvider)
          Class.forName("sun.nio.ch.DefaultSelectorProvider").getMethod("get").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public DatagramChannel openDatagramChannel() {
    return refuse(WAYS.get(3));
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) {
    return refuse(WAYS.get(3));
  }

  @Override
  public Pipe openPipe() throws IOException {
    return usual.openPipe();
  }

  @Override
  public AbstractSelector openSelector() throws IOException {
    return usual.openSelector();
  }

  /** The sockets on which others may call. */
  @Override
  public ServerSocketChannel openServerSocketChannel() throws IOException {
    return usual.openServerSocketChannel();
  }

  /** Channels of those who call are not opened here. */
  @Override
  public SocketChannel openSocketChannel() {
    return refuse(WAYS.get(2));
  }
}
