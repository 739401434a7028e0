package broadsheet.opensearch;

import broadsheet.engine.IndexingSession;
import broadsheet.engine.RandomArchive;
import broadsheet.ledger.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A rebuild of an archive on a cluster in a process of its own, which can be killed. */
final class Rebuild {
  private Rebuild() {}

  /**
   * Starts one.
   *
   * @param copy the folder for its working copy
   */
  static Process start(Location location, Path copy) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Rebuild.class.getName(),
            location.toString(),
            copy.toString())
        .inheritIO()
        .start();
  }

  /**
   * Rebuilds an archive of a few hundred articles.
   *
   * @param arguments the location, then the folder
   */
  public static void main(String[] arguments) {
    OpenSearchEngine engine =
        new OpenSearchEngine(Location.of(arguments[0]), Path.of(arguments[1]));
    try (IndexingSession session = engine.rebuild()) {
      RandomArchive.of(new Random(), 2_000).forEach(session::add);
      session.commit(List.of(new Source("/news", "")));
    }
  }
}
