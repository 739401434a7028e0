package broadsheet.lucene.schema;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
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

  /** A reader of the newest commit; null where that is the one the old reader reads. */
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
   * Copies the newest commit, whose files never change, and makes the copy durable. Starts again
   * where another process has committed and deleted files in the meantime.
   *
   * @param copy holds nothing else
   */
  public static void copy(Directory directory, Directory copy) throws IOException {
    new SegmentInfos.FindSegmentsFile<Boolean>(directory) {
      @Override
      protected Boolean doBody(String commit) throws IOException {
        for (String begun : copy.listAll()) {
          copy.deleteFile(begun);
        }
        List<String> files = new ArrayList<>();
        files(directory, commit).forEach(files::add);
        files.add(commit);
        for (String file : files) {
          copy.copyFrom(directory, file, file, IOContext.READONCE);
        }
        copy.sync(files);
        copy.syncMetaData();
        return true;
      }
    }.run();
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
