package broadsheet.opensearch;

import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.Engines;
import broadsheet.web.RightsContract;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Rights to the collections on a cluster, each in an index of its own. */
@OnCluster
class ClusterRightsIT extends RightsContract {

  private static final int DAYS = 7;

  @Override
  protected Path place(Path folder, String name) {
    return Engines.place(folder, TestCluster.shared().location("rights-" + name));
  }

  @Override
  protected void copy(ArchiveCollection collection, Path from, Path to) {
    build(collection, to);
  }

  /** The archives that are compared were built one after the other. */
  @Override
  protected String timeless(String body) {
    return super.timeless(body)
        .replaceAll("(\\bstate |\"state\" ?: ?\")[0-9a-f]{12,}", "$1")
        .replaceAll("\\d+ \\w+ \\d{4}, \\d\\d:\\d\\d UTC", "then");
  }

  /** Some of them each day, or all with {@code -Dcontracts=all}. */
  @Override
  protected boolean isAsked(String address) {
    long day = LocalDate.now(ZoneOffset.UTC).toEpochDay();
    return System.getProperty("contracts", "").equals("all")
        || Math.floorMod(address.hashCode() + day, DAYS) == 0;
  }
}
