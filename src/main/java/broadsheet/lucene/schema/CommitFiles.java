package broadsheet.lucene.schema;

import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * The files of an index's newest commit, verified by their checksums before Lucene reads them. It
 * trusts the lengths and counts it meets and looks at the checksum afterwards, so that a damaged
 * one may take all memory first. Stateless.
 */
public final class CommitFiles {

  /** What Lucene reads when it opens an index is in files smaller than this; text is in larger. */
  private static final long SMALL = 1L << 18;

  private CommitFiles() {}

  /**
   * Verifies what opening the index reads: takes milliseconds, however large it is.
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

  /** Looks again where another process committed meanwhile and deleted files. */
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

  private static Iterable<String> files(Directory directory, String commit) throws IOException {
    try {
      return SegmentInfos.readCommit(directory, commit).files(false);
    } catch (RuntimeException e) {
      throw new CorruptIndexException("its segments cannot be made sense of: " + e, commit, e);
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
