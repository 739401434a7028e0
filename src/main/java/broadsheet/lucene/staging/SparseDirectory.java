package broadsheet.lucene.staging;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.FilterIndexOutput;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;

/**
 * A Lucene directory of which the files with stored texts are in a {@link FileStore} alone: each is
 * sent there as soon as it is written, and the folder keeps a note of its length and checksum.
 * Thread-safe.
 */
final class SparseDirectory extends FilterDirectory {

  /** The files of Lucene's stored fields. */
  private static final String TEXTS = ".fdt";

  /** The end of the name of a note in place of a file. */
  private static final String NOTE = ".kept";

  /** A length and a checksum. */
  private static final Pattern NOTED = Pattern.compile("(\\d{1,18}) (\\d{1,10})\n");

  private final Path folder;
  private final FileStore store;
  private final BlockCache blocks;

  private SparseDirectory(FSDirectory directory, Path folder, FileStore store) {
    super(directory);
    this.folder = folder;
    this.store = store;
    blocks = new BlockCache(name(folder), store);
  }

  /** Opens a folder, which is created when missing. */
  static SparseDirectory open(Path folder, FileStore store) throws IOException {
    return new SparseDirectory(FSDirectory.open(folder), folder, store);
  }

  /** The name of a folder in a store. */
  static String name(Path folder) {
    return String.valueOf(folder.getFileName());
  }

  /** Whether a file is of those that are in the store alone. */
  static boolean isSent(String name) {
    return name.endsWith(TEXTS);
  }

  /** The file as it is in the store alone; empty if it is in the folder, or not there. */
  private Optional<StoredFile> sent(String name) throws IOException {
    Path note = folder.resolve(name + NOTE);
    if (!isSent(name) || !Files.exists(note)) {
      return Optional.empty();
    }
    Matcher parts = NOTED.matcher(Files.readString(note));
    return parts.matches()
        ? Optional.of(
            new StoredFile(name, Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty(); // a note that was not written to its end
  }

  /** Notes that a file is in the store, in place of the file itself. */
  void note(StoredFile file) throws IOException {
    Files.writeString(
        folder.resolve(file.name() + NOTE), file.length() + " " + file.checksum() + "\n");
    Files.deleteIfExists(folder.resolve(file.name()));
  }

  /** The file of a name. */
  StoredFile file(String name) throws IOException {
    Optional<StoredFile> sent = sent(name);
    if (sent.isPresent()) {
      return sent.get();
    }
    try (IndexInput input = in.openInput(name, IOContext.READONCE)) {
      return new StoredFile(name, input.length(), CodecUtil.retrieveChecksum(input));
    }
  }

  /** Whether the folder has a file itself. */
  boolean isHere(String name) throws IOException {
    return sent(name).isEmpty();
  }

  /** Verifies every byte of a file that the folder has itself. */
  boolean isWhole(StoredFile file) throws IOException {
    try (IndexInput input = in.openInput(file.name(), IOContext.READONCE)) {
      return CodecUtil.checksumEntireFile(input) == file.checksum();
    } catch (CorruptIndexException _) {
      return false;
    }
  }

  /** Sends files of the folder to the store. */
  void send(List<StoredFile> files) throws IOException {
    Map<FileStore.Block, byte[]> batch = new LinkedHashMap<>();
    for (StoredFile file : files) {
      try (InputStream content =
          new BufferedInputStream(Files.newInputStream(folder.resolve(file.name())))) {
        for (long number = 0; number < file.blocks(); number++) {
          batch.put(new FileStore.Block(file, number), content.readNBytes(FileStore.BLOCK));
          if (batch.size() == FileStore.MOST_BLOCKS) {
            store.write(name(folder), batch);
            batch.clear();
          }
        }
      }
    }
    if (!batch.isEmpty()) {
      store.write(name(folder), batch);
    }
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    Files.deleteIfExists(folder.resolve(name + NOTE)); // of a writer that was killed
    IndexOutput output = in.createOutput(name, context);
    return isSent(name) ? new Sending(output) : output;
  }

  /** Sends the file once it is written. */
  private final class Sending extends FilterIndexOutput {
    private boolean isClosed;

    Sending(IndexOutput output) {
      super(output.toString(), output.getName(), output);
    }

    @Override
    public void close() throws IOException {
      super.close();
      if (!isClosed) {
        isClosed = true;
        sendAway(getName());
      }
    }
  }

  /** A file that Lucene gave up while writing it has no checksum, and is deleted by it. */
  private void sendAway(String name) throws IOException {
    Optional<StoredFile> whole = whole(name);
    if (whole.isPresent()) {
      send(List.of(whole.get()));
      note(whole.get());
    }
  }

  private Optional<StoredFile> whole(String name) {
    try {
      return Optional.of(file(name));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Override
  public IndexInput openInput(String name, IOContext context) throws IOException {
    Optional<StoredFile> sent = sent(name);
    return sent.isPresent() ? new StoreIndexInput(blocks, sent.get()) : in.openInput(name, context);
  }

  @Override
  public long fileLength(String name) throws IOException {
    Optional<StoredFile> sent = sent(name);
    return sent.isPresent() ? sent.get().length() : in.fileLength(name);
  }

  @Override
  public String[] listAll() throws IOException {
    return Stream.of(in.listAll())
        .map(name -> name.endsWith(TEXTS + NOTE) ? without(name) : name)
        .distinct()
        .sorted()
        .toArray(String[]::new);
  }

  private static String without(String note) {
    return note.substring(0, note.length() - NOTE.length());
  }

  @Override
  public void deleteFile(String name) throws IOException {
    boolean wasSent = Files.deleteIfExists(folder.resolve(name + NOTE));
    try {
      in.deleteFile(name);
    } catch (NoSuchFileException e) {
      if (!wasSent) {
        throw e;
      }
    }
  }

  @Override
  public void sync(Collection<String> names) throws IOException {
    List<String> here = new ArrayList<>();
    for (String name : names) {
      here.add(sent(name).isPresent() ? name + NOTE : name);
    }
    in.sync(here);
  }
}
