package broadsheet.opensearch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntUnaryOperator;

/**
 * The network between the nodes of a {@link TestCluster}: each node publishes the port of a proxy.
 * While a node is cut off, all connections from and to it stay open and silent, new ones too. Once
 * it is joined again, what was sent in between arrives late, as TCP delivers it. Thread-safe.
 */
final class NodeLinks implements AutoCloseable {

  private static final int NONE = -1;

  private final List<ServerSocket> proxies = new ArrayList<>();
  private final Queue<Socket> sockets = new ConcurrentLinkedQueue<>();
  private final Object change = new Object();
  private int cutOff = NONE;

  /**
   * @param ports the ports that the nodes listen on, by their numbers
   * @param owner the number of the node that connects from a local port, which is the argument
   */
  NodeLinks(List<Integer> ports, IntUnaryOperator owner) throws IOException {
    for (int node = 0; node < ports.size(); node++) {
      ServerSocket proxy = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
      proxies.add(proxy);
      int to = node;
      Thread.ofVirtual().start(() -> accept(proxy, to, ports.get(to), owner));
    }
  }

  /** The ports of the proxies, by the numbers of their nodes. */
  List<Integer> ports() {
    return proxies.stream().map(ServerSocket::getLocalPort).toList();
  }

  /** Cuts one node off from the others. */
  void cutOff(int node) {
    set(node);
  }

  /** Joins the node that is cut off. */
  void join() {
    set(NONE);
  }

  private void set(int node) {
    synchronized (change) {
      cutOff = node;
      change.notifyAll();
    }
  }

  private void accept(ServerSocket proxy, int to, int port, IntUnaryOperator owner) {
    while (!proxy.isClosed()) {
      try {
        Socket from = proxy.accept();
        sockets.add(from);
        Thread.ofVirtual().start(() -> connect(from, owner.applyAsInt(from.getPort()), to, port));
      } catch (IOException e) {
        // closed
      }
    }
  }

  private void connect(Socket from, int sender, int to, int port) {
    try {
      awaitLink(sender, to);
      Socket onward = new Socket(InetAddress.getLoopbackAddress(), port);
      sockets.add(onward);
      Thread.ofVirtual().start(() -> pass(from, onward, sender, to));
      pass(onward, from, sender, to);
    } catch (IOException e) {
      close(from);
    }
  }

  private void pass(Socket from, Socket to, int sender, int receiver) {
    byte[] bytes = new byte[1 << 16];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
        awaitLink(sender, receiver);
        out.write(bytes, 0, read);
      }
      awaitLink(sender, receiver); // nor does the end of a connection arrive
    } catch (IOException e) {
      // one side is gone, so both are closed
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private void awaitLink(int one, int other) throws SocketException {
    synchronized (change) {
      while (one != other && (cutOff == one || cutOff == other)) {
        try {
          change.wait();
        } catch (InterruptedException e) {
          throw new SocketException("interrupted");
        }
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // gone
    }
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket proxy : proxies) {
      proxy.close();
    }
    sockets.forEach(NodeLinks::close);
    join();
  }
}
