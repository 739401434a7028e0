package broadsheet.cli;

import broadsheet.cli.common.UsageException;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.SearchEngine;
import broadsheet.path.PathName;
import broadsheet.rights.Reader;
import broadsheet.rights.Right;
import broadsheet.rights.Rights;
import broadsheet.rights.RightsException;
import broadsheet.rights.RightsFile;
import broadsheet.web.ServerSettings;
import broadsheet.web.SharedArchive;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides whether a server may serve the collections of an archive, and to whom. Stateless. */
final class ServedCollections {

  private static final Logger LOG = LoggerFactory.getLogger(ServedCollections.class);

  private ServedCollections() {}

  /**
   * The archive with the rights of its readers.
   *
   * @param index the folder of the archive
   * @param isForThisMachineOnly whether the server can be reached from this machine alone
   * @return empty for an archive of one collection that is open to everyone
   * @throws UsageException when it cannot be told who may read a collection
   */
  static Optional<SharedArchive> of(
      Path index,
      SearchEngine whole,
      ArchiveCollections collections,
      boolean isForThisMachineOnly,
      ServerSettings settings) {
    RightsFile file = new RightsFile(index);
    Set<ArchiveCollection> all = collections.all();
    Optional<Rights> stated = stated(file);
    if (stated.isPresent()) {
      requireGroups(stated.get().restricted(all), settings);
      warn(stated.get().stated(), all, file);
      return Optional.of(new SharedArchive(whole, collections, file::current, false));
    }
    if (settings.groupsHeader().isPresent()) {
      throw new UsageException(
          "--groups-header is given, and %s is missing, which states who may read: docs/rights.md"
              .formatted(PathName.of(file.usual())));
    }
    if (all.equals(Set.of(ArchiveCollection.FIRST))) {
      return Optional.empty();
    }
    if (!isForThisMachineOnly || settings.publicUrl().isPresent()) {
      throw new UsageException(
          "%s is missing, and only this machine’s user may read %s without it. Write it (docs/rights.md), or leave --host and --public-url out."
              .formatted(PathName.of(file.usual()), named(all)));
    }
    return Optional.of(new SharedArchive(whole, collections, () -> Rights.NONE, true));
  }

  /**
   * The collections that an assistant may be asked about, who works for someone in these groups.
   *
   * @return empty where nothing is stated, and so all of them
   * @throws UsageException when there are none
   */
  static Optional<Set<ArchiveCollection>> asked(
      Path index, ArchiveCollections collections, Set<String> groups) {
    Optional<Set<ArchiveCollection>> asked =
        stated(new RightsFile(index))
            .map(rights -> rights.allowed(Right.ASK, Reader.in(groups), collections.all()));
    if (asked.map(Set::isEmpty).orElse(false)) {
      throw new UsageException(
          "No collection of this archive may be asked by an assistant%s: see “ask” in docs/rights.md"
              .formatted(groups.isEmpty() ? " without --group" : " for these groups"));
    }
    return asked;
  }

  private static Optional<Rights> stated(RightsFile file) {
    try {
      return file.read();
    } catch (RightsException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private static void warn(
      Set<ArchiveCollection> stated, Set<ArchiveCollection> all, RightsFile file) {
    String path = PathName.of(file.usual());
    stated.stream()
        .filter(each -> !all.contains(each))
        .forEach(each -> LOG.warn("{} has an entry for {}, which has no index", path, each));
    all.stream()
        .filter(each -> !stated.contains(each))
        .forEach(each -> LOG.warn("{} has no entry for {}, so no reader sees it", path, each));
  }

  private static void requireGroups(Set<ArchiveCollection> restricted, ServerSettings settings) {
    if (!restricted.isEmpty() && settings.groupsHeader().isEmpty()) {
      throw new UsageException(
          "Not everyone may read %s, and nothing tells the server who asks. Let a proxy name the groups of its users with --public-url, --trust-proxy and --groups-header: docs/rights.md"
              .formatted(named(restricted)));
    }
  }

  private static String named(Collection<ArchiveCollection> some) {
    return some.stream()
        .filter(each -> !each.isFirst() || some.size() == 1)
        .map(ArchiveCollection::name)
        .collect(Collectors.joining(", "));
  }
}
