package broadsheet.web;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Limits on a server's concurrent work and on its patience with clients.
 *
 * @param connections the most connections open at a time, at least 1; beyond that, the server
 *     closes the connection that has owed a request for longest
 * @param exports the most exports sent at a time, at least 1; one more is answered with 503
 * @param patience the time in which a connection must deliver a whole request, from its opening or
 *     from its last answer
 * @param stall the longest that a client may stop reading an answer
 */
public record ServerLimits(int connections, int exports, Duration patience, Duration stall) {

  private static final int MOST_CONNECTIONS = 2_000;
  private static final int LEAST_CONNECTIONS = 8;
  private static final int MOST_EXPORTS = 128;

  /** File descriptors reserved for the index, the libraries and saved user data. */
  private static final int RESERVED_DESCRIPTORS = 64;

  public ServerLimits {
    if (connections < 1 || exports < 1) {
      throw new IllegalArgumentException(
          "at least 1 connection and 1 export, not %s and %s".formatted(connections, exports));
    }
  }

  /** Limits that fit the number of file descriptors this process may open. */
  public static ServerLimits ofThisProcess() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      return within(system.getMaxFileDescriptorCount() - system.getOpenFileDescriptorCount());
    }
    return within(Long.MAX_VALUE);
  }

  /**
   * Limits that fit a number of free file descriptors.
   *
   * @param descriptors the number of further descriptors that the process may open
   */
  static ServerLimits within(long descriptors) {
    long free = descriptors - RESERVED_DESCRIPTORS;
    int connections = Math.clamp(free, LEAST_CONNECTIONS, MOST_CONNECTIONS);
    return new ServerLimits(
        connections,
        Math.min(MOST_EXPORTS, connections / 2),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30));
  }
}
