package broadsheet.backup;

import broadsheet.desk.Desks;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineException;
import broadsheet.engine.Engines;
import broadsheet.engine.ErasureSession;
import broadsheet.engine.WriteLock;
import broadsheet.erasure.Tombstones;
import broadsheet.files.Durable;
import broadsheet.files.OwnerOnly;
import broadsheet.files.UseLock;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Replaces an index and its desk with a backup. Copies both beside the originals first; a single
 * rename then commits. Before it the old ones count, after it the new ones, and the next process to
 * open the index finishes what a killed one left undone.
 *
 * @param backup the folder of the backup
 * @param index the folder of the index
 */
public record Restore(Path backup, Path index) {

  /** The suffixes of the copy's name, before and after the commit. */
  private static final String COPYING = ".restoring";

  private static final String DECIDED = ".restored";

  /** The file in the copy that holds the new name of what it replaces. */
  private static final String ASIDE = "aside";

  private static final List<String> LOCKS = List.of(UseLock.NAME, "write.lock");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("'.replaced-'uuuu-MM-dd'T'HHmmss'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /**
   * The result of a restore.
   *
   * @param manifest the manifest of the backup
   * @param replaced the index and the desk that were there before, under their new names; only what
   *     was there
   */
  public record Done(Manifest manifest, Map<String, Path> replaced) {}

  /**
   * Verifies the backup and puts it in place.
   *
   * @param replaces whether an existing index or desk may be replaced; both are kept under new
   *     names
   * @throws BackupException when it cannot be done; everything is as it was
   * @throws EngineException when another process writes the index
   */
  public Done run(boolean replaces) {
    Path place = PathName.real(index);
    Path desk =
        Desks.open(place)
            .folder()
            .orElseThrow(() -> new BackupException("Only an index folder can be restored.", null));
    Manifest manifest = Manifest.read(backup);
    manifest.verify(backup);
    finish(place);
    if (!replaces) {
      requireVacant(place, desk);
    }
    try {
      requireMovable(place);
      Path aside = vacant(place, DAY.format(Instant.now()));
      Path copy = beside(place, COPYING);
      boolean wasThere = Files.exists(place);
      Files.createDirectories(place);
      try (UseLock _ = UseLock.exclusive(place).orElseThrow(() -> inUse(place));
          WriteLock _ = Engines.open(place).lock()) {
        copy(manifest, copy, aside);
        eraseAgain(copy.resolve(Backup.INDEX), place);
        RestoredLists.erase(copy.resolve(Backup.INDEX), place);
        Durable.rename(copy, beside(place, DECIDED));
      } catch (IOException | RuntimeException e) {
        Durable.delete(copy);
        if (!wasThere && holdsNothing(place)) {
          Durable.delete(place);
        }
        throw e;
      }
      finish(place);
      return new Done(manifest, replaced(aside));
    } catch (IOException e) {
      throw new BackupException(
          "The backup could not be put into %s (%s), which is as it was. Check disk space and permissions, then try again."
              .formatted(PathName.of(place), WholeFile.reason(e)),
          e);
    }
  }

  private static Map<String, Path> replaced(Path aside) {
    Map<String, Path> replaced = new LinkedHashMap<>();
    replaced.put("The previous index", aside);
    replaced.put("What readers kept", deskOf(aside));
    replaced.values().removeIf(Files::notExists);
    return replaced;
  }

  /** A name that nothing has: two restores may be done within a second. */
  private static Path vacant(Path place, String ending) {
    Path aside = PathName.sibling(place, "", ending);
    for (int i = 2; isThere(aside); i++) {
      aside = PathName.sibling(place, "", ending + "-" + i);
    }
    return aside;
  }

  private static boolean isThere(Path aside) {
    return Files.exists(aside) || Files.exists(deskOf(aside));
  }

  private static Path deskOf(Path index) {
    return Desks.open(index).folder().orElseThrow();
  }

  private void requireVacant(Path place, Path desk) {
    boolean isVacant = !hasIndex(place) && !Files.exists(desk);
    if (!isVacant) {
      throw new BackupException(
          "There is an index or what readers keep in %s already. To put the backup in their place and keep them beside: ./broadsheet restore %s --replace --index %s"
              .formatted(PathName.of(place), PathName.quoted(backup), PathName.quoted(index)),
          null);
    }
  }

  private static boolean hasIndex(Path place) {
    try {
      return Engines.open(place).hasIndex();
    } catch (EngineException e) {
      return true; // unreadable
    }
  }

  /** A disk that is mounted right there cannot be renamed. */
  private static void requireMovable(Path place) throws IOException {
    Path parent = parent(place);
    if (Files.exists(place) && !Files.getFileStore(place).equals(Files.getFileStore(parent))) {
      throw new BackupException(
          "%s is a disk of its own and cannot be replaced in one step. Mount it one folder higher, or restore into another folder with --index."
              .formatted(PathName.of(place)),
          null);
    }
  }

  private static BackupException inUse(Path place) {
    return new BackupException(
        "A server uses the index in %s: stop it, then try again.".formatted(PathName.of(place)),
        null);
  }

  private void copy(Manifest manifest, Path copy, Path aside) throws IOException {
    Durable.delete(copy); // what a killed process left
    OwnerOnly.createFolder(copy);
    OwnerOnly.createFolder(copy.resolve(Backup.DESK));
    for (Manifest.Entry entry : manifest.files()) {
      Path file = copy.resolve(entry.path());
      Files.createDirectories(parent(file));
      if (!entry.path().startsWith(Backup.INDEX + "/")) {
        OwnerOnly.createFile(file);
      }
      try (var in = Files.newInputStream(backup.resolve(entry.path()));
          var out = Files.newOutputStream(file)) {
        in.transferTo(out);
      }
    }
    Files.writeString(copy.resolve(ASIDE), PathName.of(aside.getFileName()));
    Files.createFile(copy.resolve(UseLock.NAME));
    Durable.sync(copy);
    manifest.verify(copy);
  }

  /** Removes from a copy what was erased since its backup was made, or elsewhere before. */
  private static void eraseAgain(Path copy, Path place) throws IOException {
    Tombstones erased = Tombstones.of(place).and(Tombstones.of(copy)).finished();
    if (erased.isEmpty()) {
      return;
    }
    erased.write(copy);
    if (Engines.open(copy).isCurrent()) { // an upgrade of another one keeps it out
      try (ErasureSession session = Engines.open(copy).erasing()) {
        session.buryAgain();
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Desks.open(copy).lists().entries().erase(session::erased, today);
        session.remove();
      }
      if (Engines.open(copy).vectors().exist()) {
        Engines.open(copy).vectors().prune();
      }
    }
    erased.write(place);
    Durable.sync(parent(copy));
  }

  /**
   * Finishes a committed restore that was killed. Does nothing if there is none.
   *
   * @param index the folder of an index, which need not exist
   * @throws BackupException when it cannot be done
   */
  public static void finish(Path index) {
    Path place = PathName.real(index);
    Path decided = beside(place, DECIDED);
    if (Files.notExists(decided)) {
      return;
    }
    try (FileChannel channel =
            FileChannel.open(decided.resolve(UseLock.NAME), StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      if (Files.exists(decided)) {
        Path aside =
            place.resolveSibling(PathName.toPath(Files.readString(decided.resolve(ASIDE))));
        swap(decided.resolve(Backup.INDEX), place, aside);
        if (ArchiveCollection.of(place).isFirst()) { // the desk is that of the whole archive
          swap(decided.resolve(Backup.DESK), deskOf(place), deskOf(aside));
        }
        Durable.rename(decided, beside(place, COPYING)); // half of it must not look like it
        Durable.delete(beside(place, COPYING));
      }
    } catch (NoSuchFileException e) {
      // another process was quicker
    } catch (IOException e) {
      throw new BackupException(
          "A backup was put back into %s, but could not be renamed from %s (%s). Check permissions, then try again."
              .formatted(PathName.of(place), decided, WholeFile.reason(e)),
          e);
    }
  }

  /** Can be repeated after a kill at any moment. */
  private static void swap(Path from, Path to, Path aside) throws IOException {
    if (Files.notExists(from)) {
      return;
    }
    if (holdsNothing(to)) {
      Durable.delete(to);
    } else if (Files.exists(to)) {
      Durable.rename(to, aside);
    }
    Durable.rename(from, to);
  }

  private static boolean holdsNothing(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (!LOCKS.contains(String.valueOf(file.getFileName()))) {
          return false;
        }
      }
      return true;
    }
  }

  private static Path beside(Path place, String ending) {
    return PathName.sibling(place, "", ending);
  }

  private static Path parent(Path path) {
    return Objects.requireNonNull(path.getParent());
  }
}
