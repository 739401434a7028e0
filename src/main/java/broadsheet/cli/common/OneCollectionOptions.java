package broadsheet.cli.common;

import broadsheet.backup.Restore;
import broadsheet.engine.ArchiveCollection;
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
          "The collection of the archive: an index of its own beside the index folder, searched"
              + " together with it. Small letters, digits and hyphens. Default: all of them for"
              + " stats, ledger and check, otherwise archive, the index folder itself.")
  private @Nullable ArchiveCollection collection;

  /** The folder of the collection. */
  @Override
  public Path index() {
    Path archive = archive();
    if (collection == null || collection.isFirst()) {
      return archive;
    }
    if (isElsewhere()) {
      throw new UsageException(
          "--collection is for archives in a folder of this machine, and not with --engine yet");
    }
    Path folder = collection.in(archive);
    Restore.finish(folder);
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
    return collection != null
        ? List.of(archive)
        : Stream.concat(
                Stream.of(archive),
                ArchiveCollection.beside(archive).stream().map(each -> each.in(archive)))
            .filter(folder -> folder.equals(archive) || Engines.open(folder).hasIndex())
            .toList();
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
