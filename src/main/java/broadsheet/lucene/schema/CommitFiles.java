package broadsheet.lucene.schema;

import broadsheet.ledger.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.IOUtils;
import org.jspecify.annotations.Nullable;

/**
 * Verifies the files of an index's newest commit by their checksums before Lucene reads them.
 * Lucene trusts lengths and counts and checks the checksum only afterwards, so that a damaged count
 * may exhaust memory first. Stateless.
 */
public final class CommitFiles {

  /**
   * Everything Lucene reads to open an index is in files smaller than this; text is in larger
   * files.
   */
  private static final long SMALL = 1L << 18;

  private CommitFiles() {}

  /**
   * Verifies the files that are read to open the index. Takes milliseconds for an index of any
   * size.
   *
   * @throws IOException naming the file that is damaged or missing
   */
  public static void verifySmall(Directory directory) throws IOException {
    verify(directory, SMALL);
  }

  /**
   * Verifies every byte of the index.
   *
   * @throws IOException naming the file that is damaged or missing
   */
  public static void verifyAll(Directory directory) throws IOException {
    verify(directory, Long.MAX_VALUE);
  }

  /** A reader of the newest commit; null if the old reader already reads it. */
  public static @Nullable DirectoryReader newer(DirectoryReader old) throws IOException {
    try {
      return DirectoryReader.openIfChanged(old);
    } catch (IllegalStateException e) {
      // A new index has a segment of an old one's name, so nothing of the old can be kept open.
      return DirectoryReader.open(old.directory());
    }
  }

  /** Tries again where another process has committed and deleted files in the meantime. */
  private static void verify(Directory directory, long largest) throws IOException {
    new SegmentInfos.FindSegmentsFile<Boolean>(directory) {
      @Override
      protected Boolean doBody(String commit) throws IOException {
        verify(directory, commit, largest);
        for (String file : files(directory, commit)) {
          verify(directory, file, largest);
        }
        return true;
      }
    }.run();
  }

  /**
   * Opens the files of the newest commit, which never change, so that they can be read even after a
   * newer commit deletes them.
   */
  public static Pinned pin(Directory directory) throws IOException {
    return new SegmentInfos.FindSegmentsFile<Pinned>(directory) {
      @Override
      protected Pinned doBody(String commit) throws IOException {
        Pinned pinned = new Pinned(new LinkedHashMap<>());
        try {
          for (String file : files(directory, commit)) {
            pinned.open(directory, file);
          }
          pinned.open(directory, commit); // last: a copy without it is no index
          return pinned;
        } catch (IOException | RuntimeException e) {
          pinned.close();
          throw e;
        }
      }
    }.run();
  }

  /**
   * The files of a commit, kept open.
   *
   * @param files by their names
   */
  public record Pinned(Map<String, IndexInput> files) implements AutoCloseable {

    private void open(Directory directory, String file) throws IOException {
      files.put(file, directory.openInput(file, IOContext.DEFAULT));
    }

    /**
     * Copies the files and makes the copy durable.
     *
     * @param copy holds nothing else
     */
    public void copyTo(Directory copy) throws IOException {
      for (Map.Entry<String, IndexInput> file : files.entrySet()) {
        try (IndexOutput output = copy.createOutput(file.getKey(), IOContext.DEFAULT)) {
          output.copyBytes(file.getValue().clone(), file.getValue().length());
        }
      }
      copy.sync(files.keySet());
      copy.syncMetaData();
    }

    /**
     * Verifies every byte.
     *
     * @throws IOException naming the file that is damaged
     */
    public void verify() throws IOException {
      for (IndexInput file : files.values()) {
        CodecUtil.checksumEntireFile(file);
      }
    }

    @Override
    public void close() {
      IOUtils.closeWhileHandlingException(files.values());
    }
  }

  /** Whether names are looked for in the articles of an index of any format. */
  public static boolean findsNames(Path folder) {
    return IndexFormat.names(commitData(folder)).isFound();
  }

  /** Whether there is an index, and it is of this program's format. */
  public static boolean isCurrent(Path folder) {
    return IndexFormat.version(commitData(folder)) == IndexFormat.VERSION;
  }

  /** The sources in which an index of any format sets furniture aside. */
  public static FurnitureState furniture(Path folder) {
    return IndexFormat.furniture(commitData(folder));
  }

  /** The data of the newest commit; empty if there is none, or it cannot be read. */
  private static Map<String, String> commitData(Path folder) {
    try (Directory directory = FSDirectory.open(folder)) {
      return DirectoryReader.indexExists(directory)
          ? SegmentInfos.readLatestCommit(directory).getUserData()
          : Map.of();
    } catch (IOException | RuntimeException e) {
      return Map.of();
    }
  }

  /** The sources of an index of any format; none if it does not reveal them. */
  public static List<Source> sources(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of(); // opening would create the folder
    }
    try (Directory directory = FSDirectory.open(folder)) {
      return sources(directory);
    } catch (IOException e) {
      return List.of();
    }
  }

  /** The same; a rebuild mends a damaged index, so no failure to read it may stop that. */
  public static List<Source> sources(Directory directory) {
    try {
      return IndexFormat.sources(SegmentInfos.readLatestCommit(directory).getUserData());
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }

  private static Iterable<String> files(Directory directory, String commit) throws IOException {
    try {
      return SegmentInfos.readCommit(directory, commit).files(false);
    } catch (RuntimeException e) {
      throw new CorruptIndexException("its segments file cannot be parsed", commit, e);
    }
  }

  private static void verify(Directory directory, String file, long largest) throws IOException {
    try (IndexInput input = directory.openInput(file, IOContext.READONCE)) {
      if (input.length() <= largest) {
        CodecUtil.checksumEntireFile(input);
      }
    }
  }
}
