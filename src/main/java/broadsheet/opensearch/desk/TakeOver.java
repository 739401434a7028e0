package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import broadsheet.desk.LocalDesk;
import broadsheet.desk.ReadingList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over what was kept on this machine: it joins what is on the cluster, and its folder is
 * renamed. A process that is killed in between does so again, and nothing is there twice.
 */
record TakeOver(
    LocalDesk local,
    ClusterSearches searches,
    ClusterArrivals arrivals,
    ClusterLists lists,
    ClusterReadMarks readMarks) {

  private static final Logger LOG = LoggerFactory.getLogger(TakeOver.class);

  /**
   * @throws DeskException when something cannot be read or kept; the folder stays as it is
   */
  void run() {
    try {
      searches.add(local.searches());
      if (arrivals.read().isEmpty()) {
        local.arrivals().ifPresent(kept -> arrivals.write("", kept));
      }
      local.lists().forEach(this::take);
      local.readMarks().forEach(readMarks::take);
    } catch (DeskException e) {
      throw new DeskException(
          "What readers kept in %s could not join what they keep on the cluster, and is unchanged: %s To go on without it, rename that folder."
              .formatted(local.folder(), e.getMessage()),
          e);
    }
    local
        .putAside()
        .ifPresent(
            aside ->
                LOG.info(
                    "What readers kept on this machine is on the cluster now; the files are in {}.",
                    aside));
  }

  private void take(ReadingList list) {
    lists.put(lists.add(list).id(), local.entries(list));
  }
}
