package broadsheet.lucene.settle;

import broadsheet.engine.EngineException;
import broadsheet.engine.WriteLock;
import broadsheet.files.WholeFile;
import broadsheet.lucene.index.LuceneIndexingSession;
import broadsheet.lucene.index.Shipment;
import broadsheet.lucene.schema.UnreadableIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * The folder of an index that any machine can go on with: after each commit its files are kept in a
 * store, and another machine fetches those that it lacks. Only one machine at a time may write it.
 *
 * @param name the name of the folder in the store
 * @param folder on this machine
 */
public record SharedFolder(String name, Path folder, FileStore store) {

  /** The file that has the id of the list whose files are in the folder, or were before it. */
  private static final String KNOWN = "kept";

  /** Whether {@link #fetch} has something to do. */
  boolean isOutdated() {
    return outdating().isPresent();
  }

  private Optional<FileList> outdating() {
    Optional<String> known = known();
    return store.list(name).filter(kept -> !known.equals(Optional.of(kept.id())));
  }

  /**
   * Fetches the folder to write it here; others that wrote it fetch it again before they do. Does
   * nothing where it was written here last.
   *
   * @throws EngineException as {@link #fetch} and {@link #keep} do
   */
  public void takeOver() {
    if (isOutdated()) {
      fetch();
      FileList list = store.list(name).orElseThrow();
      replace(known(), new FileList(newId(), list.files(), list.shipment()));
    }
  }

  /**
   * Makes the folder as it is kept. Does nothing where it is that already, or goes on from that:
   * what was committed here and not kept yet is not lost.
   *
   * @throws EngineException when another process is writing the folder, or it cannot be written
   */
  public void fetch() {
    Optional<FileList> kept = outdating();
    if (kept.isPresent()) {
      try (WriteLock _ = LuceneIndexingSession.lock(folder)) {
        fetch(kept.get());
      } catch (IOException e) {
        throw new EngineException(
            "The working copy cannot be fetched to %s: %s".formatted(folder, WholeFile.reason(e)),
            e);
      }
    }
  }

  private void fetch(FileList list) throws IOException {
    Files.deleteIfExists(folder.resolve(KNOWN));
    try (Directory directory = FSDirectory.open(folder)) {
      List<String> names = list.files().stream().map(KeptFile::name).toList();
      // Commits first and last, so that none has a file of another.
      remove(commits(Arrays.asList(directory.listAll())), directory);
      for (KeptFile file : commitsLast(list.files())) {
        if (!isThere(file, directory)) {
          fetch(file);
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
    know(list.id());
  }

  private static List<KeptFile> commitsLast(List<KeptFile> files) {
    List<KeptFile> sorted = new ArrayList<>(files);
    sorted.removeIf(file -> isCommit(file.name()));
    files.stream().filter(file -> isCommit(file.name())).forEach(sorted::add);
    return sorted;
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

  private static boolean isThere(KeptFile file, Directory directory) throws IOException {
    try {
      return of(file.name(), directory).equals(file);
    } catch (NoSuchFileException _) {
      return false;
    }
  }

  private static KeptFile of(String name, Directory directory) throws IOException {
    try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
      return new KeptFile(name, input.length(), CodecUtil.retrieveChecksum(input));
    }
  }

  private void fetch(KeptFile file) throws IOException {
    Path beside = folder.resolve(file.name() + ".part");
    try (OutputStream content = Files.newOutputStream(beside)) {
      store.read(name, file, content);
    }
    try (Directory directory = FSDirectory.open(folder);
        IndexInput fetched = directory.openInput(file.name() + ".part", IOContext.READONCE)) {
      if (CodecUtil.checksumEntireFile(fetched) != file.checksum()) {
        throw new EngineException(
            "The cluster has a damaged file of the working copy, %s. Build the archive again."
                .formatted(file.name()));
      }
    }
    Files.move(
        beside,
        folder.resolve(file.name()),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Lets {@link #keep} replace what is kept, whatever that is, instead of what was fetched last.
   */
  public void supersede() {
    try {
      Files.createDirectories(folder);
      Optional<FileList> kept = store.list(name);
      if (kept.isPresent()) {
        know(kept.get().id());
      } else {
        Files.deleteIfExists(folder.resolve(KNOWN));
      }
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  /**
   * Keeps all commits of the folder, to which nobody may write.
   *
   * @throws EngineException when another machine has kept others meanwhile, which then count
   */
  public void keep() {
    try {
      Optional<FileList> before = store.list(name);
      Set<KeptFile> there = new HashSet<>(before.map(FileList::files).orElse(List.of()));
      List<KeptFile> files = files();
      for (KeptFile file : files) {
        if (!there.contains(file)) {
          try (InputStream content = Files.newInputStream(folder.resolve(file.name()))) {
            store.write(name, file, content);
          }
        }
      }
      String shipment = Shipment.of(folder).map(Shipment::line).orElse("");
      boolean isKept =
          before
              .filter(list -> list.files().equals(files) && list.shipment().equals(shipment))
              .isPresent();
      if (!isKept) {
        FileList list = new FileList(newId(), files, shipment);
        replace(before.isPresent() ? known() : Optional.empty(), list);
      }
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private void replace(Optional<String> before, FileList list) {
    if (!store.replace(name, before, list)) {
      throw new EngineException(
          "Another machine has changed the archive meanwhile. Nothing of that is lost, and nothing"
              + " of this was sent: run the same command again.");
    }
    know(list.id());
    store.retain(name, list);
  }

  private List<KeptFile> files() throws IOException {
    try (Directory directory = FSDirectory.open(folder)) {
      Set<String> names = new TreeSet<>();
      for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
        names.addAll(commit.getFileNames());
      }
      List<KeptFile> files = new ArrayList<>();
      for (String each : names) {
        files.add(of(each, directory));
      }
      return files;
    }
  }

  private Optional<String> known() {
    try {
      Path file = folder.resolve(KNOWN);
      return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // then everything is fetched
    }
  }

  private void know(String id) {
    try {
      WholeFile.replace(folder.resolve(KNOWN), id.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException(
          "%s cannot be written: %s".formatted(folder, WholeFile.reason(e)), e);
    }
  }
}
