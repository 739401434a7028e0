package broadsheet.cli.common;

import broadsheet.backup.Restore;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.Engine;
import broadsheet.engine.Engines;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that works on one collection of an archive at a time. */
public final class OneCollectionOptions extends CommonOptions {

  @Option(
      names = "--collection",
      paramLabel = "NAME",
      converter = CollectionConverter.class,
      description =
          "The collection of the archive: an index of its own beside the first, searched together"
              + " with it. Small letters, digits and hyphens. Default: all of them for"
              + " stats, ledger and check, otherwise archive, the index folder itself.")
  private @Nullable ArchiveCollection collection;

  /** The folder of the collection. */
  @Override
  public Path index() {
    Path archive = archive();
    if (collection == null || collection.isFirst()) {
      return archive;
    }
    Path folder = collection.in(archive);
    if (!isElsewhere()) {
      Restore.finish(folder);
    }
    return folder;
  }

  /** The collection that is named. */
  public Optional<ArchiveCollection> collection() {
    return Optional.ofNullable(collection);
  }

  /** Whether what readers keep belongs to it, as to the first collection. */
  public boolean hasDesk() {
    return ArchiveCollection.of(index()).isFirst();
  }

  /** The folders of the collection that is named, or of all that there are. */
  public List<Path> indexes() {
    Path archive = index();
    if (collection != null) {
      return List.of(archive);
    }
    try (ArchiveCollections all = Engines.open(archive).collections(Engine.TIME_LIMIT)) {
      return Stream.concat(Stream.of(ArchiveCollection.FIRST), all.all().stream())
          .distinct()
          .map(each -> each.in(archive))
          .toList();
    }
  }

  /** The collections beside the one that is worked on, which a command leaves as they are. */
  public List<ArchiveCollection> others() {
    return collection == null ? ArchiveCollection.beside(archive()) : List.of();
  }

  @Override
  String place() {
    return super.place()
        + (collection == null || collection.isFirst()
            ? ""
            : " --collection " + PathName.quoted(Path.of(collection.name())));
  }

  /** Whether the command line names the index folder or a collection. */
  @Override
  public boolean isIndexNamed() {
    return collection != null || super.isIndexNamed();
  }
}
