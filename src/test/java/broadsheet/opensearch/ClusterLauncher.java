package broadsheet.opensearch;

import java.io.IOException;
import java.io.OutputStream;

/**
 * Starts a cluster for developers and prints its location. It runs until standard input ends or the
 * process does.
 */
final class ClusterLauncher {
  private ClusterLauncher() {}

  public static void main(String[] arguments) throws IOException {
    TestCluster cluster = TestCluster.shared();
    System.out.println("Three nodes with empty disks. The location of an archive on them:");
    System.out.println(cluster.location("news"));
    System.out.println("Press Ctrl-C to stop them and delete their data.");
    System.in.transferTo(OutputStream.nullOutputStream());
  }
}
