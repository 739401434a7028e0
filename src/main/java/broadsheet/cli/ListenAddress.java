package broadsheet.cli;

import broadsheet.cli.common.UsageException;
import broadsheet.web.request.Access;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/**
 * The address that the server listens on.
 *
 * @param port 0 for any free one
 */
record ListenAddress(String host, int port) {

  static final String USUAL_PORT = "7070";

  /** The address of a server on this machine and port. */
  static final String USUAL_SITE = "http://127.0.0.1:" + USUAL_PORT;

  private static final int HIGHEST_PORT = 65_535;

  /**
   * @throws UsageException when there is no such port
   */
  ListenAddress {
    if (port < 0 || port > HIGHEST_PORT) {
      throw new UsageException("--port takes a number from 0 to 65535, not " + port);
    }
  }

  /** Whether no other machine can reach it. */
  boolean isForThisMachineOnly() {
    return Access.namesThisMachine(host);
  }

  /**
   * Checked before the server starts, which would log a long report before it throws.
   *
   * @throws UsageException when it cannot be listened on
   */
  void requireFree() {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getAllByName(host)[0], port));
    } catch (IOException e) {
      throw cannotListen(e);
    }
  }

  /** The failure to listen on it, in words that say what to do. */
  UsageException cannotListen(Exception e) {
    String message =
        isTaken(e)
            ? "Port %s is in use: choose another with --port N, or --port 0 for a free one."
                .formatted(port)
            : "Cannot listen on %s:%s (%s): choose another with --host H or --port N."
                .formatted(host, port, e.getMessage());
    return new UsageException(message, e);
  }

  private static boolean isTaken(Throwable e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
        return true;
      }
    }
    return false;
  }

  /** The address of its pages, for a browser on this machine. */
  String url(int actualPort) {
    String name = host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host;
    return "http://" + name + ":" + actualPort;
  }
}
