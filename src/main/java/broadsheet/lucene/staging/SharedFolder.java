package broadsheet.lucene.staging;

import broadsheet.engine.EngineException;
import broadsheet.engine.WriteLock;
import broadsheet.files.WholeFile;
import broadsheet.lucene.index.IndexFolder;
import broadsheet.lucene.index.Shipment;
import broadsheet.lucene.schema.UnreadableIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of an index that any machine can go on with: after each commit its files are kept in a
 * store, and another machine fetches those that it lacks. Stored texts are fetched only where they
 * are read. One machine at a time may write it.
 *
 * @param folder on this machine; the store has it under its name
 */
public record SharedFolder(Path folder, FileStore store) {

  private static final Logger LOG = LoggerFactory.getLogger(SharedFolder.class);

  private FollowedList followed() {
    return new FollowedList(folder);
  }

  private String name() {
    return SparseDirectory.name(folder);
  }

  /**
   * Opens the newest commit on this machine.
   *
   * @throws EngineException when there is none, or it cannot be read
   */
  public WorkingCopy newest() {
    return WorkingCopy.open(this, OptionalLong.empty()).orElseThrow();
  }

  /** Opens the commit of a generation; empty if it is there no more. */
  Optional<WorkingCopy> commit(long generation) {
    return WorkingCopy.open(this, OptionalLong.of(generation));
  }

  /** Opens the folder, which is created when missing. */
  public Directory directory() throws IOException {
    return open();
  }

  private SparseDirectory open() throws IOException {
    return SparseDirectory.open(folder, store);
  }

  /** Whether there is an index, here or in the store. */
  boolean isThere() {
    try (SparseDirectory directory = open()) {
      return DirectoryReader.indexExists(directory) || store.list(name()).isPresent();
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  /** Whether {@link #fetch} has something to do. */
  boolean isOutdated() {
    return outdating().isPresent();
  }

  private Optional<FileList> outdating() {
    Optional<String> known = followed().id();
    return store.list(name()).filter(kept -> !known.equals(Optional.of(kept.id())));
  }

  /**
   * Fetches the folder to write it here; others that wrote it fetch it again before they do. Does
   * nothing where it was written here last.
   *
   * @throws EngineException as {@link #fetch} and {@link #keep} do
   */
  void takeOver() {
    if (isOutdated()) {
      fetch();
      FileList list = store.list(name()).orElseThrow();
      replace(followed().id(), new FileList(newId(), list.files(), list.shipment()));
    }
  }

  /**
   * Makes the folder as it is kept. Does nothing where it is that already, or goes on from that:
   * what was committed here and not kept yet is not lost.
   *
   * @throws EngineException when another process is writing the folder, or it cannot be written
   */
  void fetch() {
    whereOutdated(this::fetch);
  }

  private void whereOutdated(IOConsumer<FileList> taking) {
    Optional<FileList> kept = outdating();
    if (kept.isPresent()) {
      try (WriteLock _ = IndexFolder.lock(folder)) {
        taking.accept(kept.get());
      } catch (IOException e) {
        throw new EngineException(
            "The working copy cannot be fetched to %s: %s".formatted(folder, WholeFile.reason(e)),
            e);
      }
    }
  }

  private void fetch(FileList list) throws IOException {
    followed().forget();
    try (SparseDirectory directory = open()) {
      List<String> names = list.files().stream().map(StoredFile::name).toList();
      // Commits first and last, so that none has a file of another.
      remove(commits(List.of(directory.listAll())), directory);
      for (StoredFile file : commitsLast(list.files())) {
        if (!isThere(file, directory)) {
          fetch(file, directory);
        }
      }
      directory.sync(names);
      List<String> others = new ArrayList<>(List.of(directory.listAll()));
      others.removeAll(new HashSet<>(names));
      remove(others, directory);
      directory.syncMetaData();
    }
    Shipment.parsed(list.shipment())
        .ifPresentOrElse(sent -> sent.keep(folder), () -> Shipment.forget(folder));
    followed().set(list.id());
  }

  private static List<StoredFile> commitsLast(List<StoredFile> files) {
    return files.stream().sorted(Comparator.comparing(file -> isCommit(file.name()))).toList();
  }

  private static List<String> commits(List<String> names) {
    return names.stream().filter(SharedFolder::isCommit).toList();
  }

  private static boolean isCommit(String name) {
    return name.startsWith(IndexFileNames.SEGMENTS);
  }

  private static void remove(Collection<String> names, Directory directory) throws IOException {
    for (String name : names) {
      if (isCommit(name) || IndexFileNames.CODEC_FILE_PATTERN.matcher(name).matches()) {
        directory.deleteFile(name);
      }
    }
  }

  private static boolean isThere(StoredFile file, SparseDirectory directory) throws IOException {
    try {
      return directory.file(file.name()).equals(file);
    } catch (NoSuchFileException | CorruptIndexException _) {
      return false; // or was not written to its end
    }
  }

  private void fetch(StoredFile file, SparseDirectory directory) throws IOException {
    if (SparseDirectory.isSent(file.name())) {
      directory.note(file);
      return;
    }
    Files.deleteIfExists(folder.resolve(file.name()));
    try (IndexInput kept = new StoreIndexInput(new BlockCache(name(), store), file);
        IndexOutput output = directory.createOutput(file.name(), IOContext.DEFAULT)) {
      output.copyBytes(kept, file.length());
    }
    if (!directory.isWhole(file)) {
      throw new EngineException(
          "The cluster has a damaged file of the working copy, %s. Build the archive again."
              .formatted(file.name()));
    }
  }

  /**
   * Prepares a rebuild: the folder becomes as it is kept, since a rebuild takes over which articles
   * are new and names, and {@link #keep} will replace that. What cannot be fetched is not there: a
   * rebuild mends a damaged index.
   *
   * @throws EngineException when another process is writing the folder, or the store does not
   *     answer
   */
  void supersede() {
    whereOutdated(this::fetchOrEmpty);
    prevail();
  }

  /**
   * Lets {@link #keep} replace what is kept, whatever that is. Until then, what is here does not go
   * on from that.
   */
  void prevail() {
    store.list(name()).ifPresent(kept -> followed().replace(kept.id()));
  }

  private void fetchOrEmpty(FileList list) throws IOException {
    try {
      fetch(list);
    } catch (EngineException | IOException _) {
      try (Directory directory = open()) {
        remove(commits(List.of(directory.listAll())), directory);
      }
    }
  }

  /**
   * Keeps all commits of the folder, to which nobody may write. Where that removes files, all that
   * no list has are removed.
   *
   * @throws EngineException when another machine has kept others meanwhile, which then count
   */
  void keep() {
    try {
      Optional<FileList> before = store.list(name());
      Set<StoredFile> there = new HashSet<>(before.map(FileList::files).orElse(List.of()));
      List<StoredFile> files = new ArrayList<>();
      try (SparseDirectory directory = open()) {
        List<StoredFile> unsent = new ArrayList<>();
        for (String name : files(directory)) {
          StoredFile file = directory.file(name);
          files.add(file);
          if (!there.contains(file) && directory.isHere(name)) {
            unsent.add(file);
          }
        }
        directory.send(unsent);
      }
      String shipment = Shipment.of(folder).map(Shipment::line).orElse("");
      boolean isKept =
          before
              .filter(list -> list.files().equals(files) && list.shipment().equals(shipment))
              .isPresent();
      if (!isKept) {
        FileList list = new FileList(newId(), files, shipment);
        replace(before.isPresent() ? followed().next() : Optional.empty(), list);
        if (!files.containsAll(there)) {
          removeOthers(list);
        }
      }
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  private void removeOthers(FileList list) {
    try {
      store.retain(name(), list);
    } catch (EngineException e) {
      LOG.warn("Files that are needed no more are removed from the cluster later.", e);
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private void replace(Optional<String> before, FileList list) {
    if (!store.replace(name(), before, list)) {
      throw new EngineException(
          "Another machine has changed the archive meanwhile. Nothing of that is lost, and nothing"
              + " of this was sent: run the same command again.");
    }
    followed().set(list.id());
  }

  /** The names of the files of all commits. */
  private static Set<String> files(Directory directory) throws IOException {
    Set<String> names = new TreeSet<>();
    for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
      names.addAll(commit.getFileNames());
    }
    return names;
  }
}
