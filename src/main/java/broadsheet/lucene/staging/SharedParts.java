package broadsheet.lucene.staging;

import broadsheet.engine.ArchivePart;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.files.WholeFile;
import broadsheet.lucene.index.ArchiveParts;
import broadsheet.lucene.index.ArticleForm;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.PartSession;
import broadsheet.lucene.index.PartState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parts of an archive, each read by some machine. A part is kept in a store from when it is
 * read until all are joined.
 *
 * @param place the folder of the archive on this machine
 */
record SharedParts(Path place, FileStore store) {

  private static final Logger LOG = LoggerFactory.getLogger(SharedParts.class);

  private static final Pattern NAME = Pattern.compile("(\\d+)-of-(\\d+)");

  /** The file in the folder of a part that another machine has read. */
  private static final String FETCHED = "fetched";

  private SharedFolder folder(ArchivePart part) {
    return new SharedFolder(ArchiveParts.folder(place, part), store);
  }

  /** Starts to read a part, or goes on with it, in a folder that has all its files. */
  IndexingSession read(PartState.Task task, NameMode names) {
    ArchivePart part = task.part();
    Path folder = folder(part).folder();
    if (Files.exists(folder.resolve(FETCHED))) {
      remove(folder); // another machine has read it, and its texts are not here
    }
    IndexingSession session =
        PartSession.open(
            new IndexFolder(folder, ArticleForm.SETTLED, FSDirectory::open), task, names);
    return new FollowedSession(session, () -> keep(part));
  }

  private void keep(ArchivePart part) {
    SharedFolder folder = folder(part);
    try {
      kept().stream().filter(other -> other.of() != part.of()).forEach(this::forget);
      folder.prevail();
      folder.keep();
    } catch (EngineException e) {
      throw new EngineException(
          "Part %s is read, but the cluster has not taken it: %s It is in %s. Run the same command again."
              .formatted(part, e.getMessage(), folder.folder()),
          e);
    }
  }

  /**
   * Fetches the parts that other machines have read.
   *
   * @throws EngineException when one cannot be fetched
   */
  void fetch() {
    for (ArchivePart part : kept()) {
      SharedFolder folder = folder(part);
      if (folder.isOutdated()) {
        mark(folder.folder());
        folder.fetch();
      }
    }
  }

  private static void mark(Path folder) {
    try {
      Files.createDirectories(folder);
      WholeFile.replace(folder.resolve(FETCHED), new byte[0]);
    } catch (IOException e) {
      throw new EngineException(
          "A part cannot be fetched to %s: %s".formatted(folder, WholeFile.reason(e)), e);
    }
  }

  private List<ArchivePart> kept() {
    return store.folders().stream()
        .map(NAME::matcher)
        .filter(Matcher::matches)
        .map(name -> ArchivePart.of(name.group(1) + "/" + name.group(2)))
        .flatMap(Optional::stream)
        .toList();
  }

  /** All parts, whose texts may be in the store alone. */
  ArchiveParts all() {
    return ArchiveParts.in(place, folder -> SparseDirectory.open(folder, store));
  }

  /** Removes a part of an earlier reading from the store. */
  private void forget(ArchivePart part) {
    store.remove(SparseDirectory.name(folder(part).folder()));
  }

  /** Removes all parts from the store, and from this machine those that others have read. */
  void remove() {
    for (ArchivePart part : kept()) {
      SharedFolder folder = folder(part);
      try {
        forget(part);
      } catch (EngineException e) {
        LOG.warn("Part {} is joined, and was not removed from the cluster.", part, e);
      }
      if (Files.exists(folder.folder().resolve(FETCHED))) {
        remove(folder.folder());
      }
    }
  }

  private static void remove(Path folder) {
    try (Directory directory = FSDirectory.open(folder)) {
      for (String name : directory.listAll()) {
        directory.deleteFile(name);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new EngineException(
          "%s is joined and needed no more, but cannot be removed: %s"
              .formatted(folder, e.getMessage()),
          e);
    }
  }
}
