package broadsheet.corpus.pack;

import broadsheet.corpus.record.Budget;
import broadsheet.corpus.record.SourceFile;
import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.z.ZCompressorInputStream;
import org.brotli.dec.BrotliInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The compression formats of single files, all decompressed without native code, and only within a
 * budget.
 */
public enum Compression {
  GZIP {
    @Override
    boolean isBeginning(byte[] head) {
      return GzipMembers.isHeader(head);
    }

    @Override
    InputStream unpacked(InputStream packed) {
      return new GzipMembers(packed);
    }
  },

  BZIP2 {
    @Override
    boolean isBeginning(byte[] head) {
      return begins(head, 'B', 'Z', 'h')
          && head.length >= 10
          && (isAt(head, 4, 0x31, 0x41, 0x59, 0x26, 0x53, 0x59)
              || isAt(head, 4, 0x17, 0x72, 0x45, 0x38, 0x50, 0x90));
    }

    @Override
    InputStream unpacked(InputStream packed) throws IOException {
      return new BZip2CompressorInputStream(packed, true);
    }
  },

  ZSTD {
    // A frame, or a skippable frame before it.
    @Override
    boolean isBeginning(byte[] head) {
      return begins(head, 0x28, 0xb5, 0x2f, 0xfd)
          || (head.length >= 4 && (head[0] & 0xf0) == 0x50 && isAt(head, 1, 0x2a, 0x4d, 0x18));
    }

    @Override
    InputStream unpacked(InputStream packed) {
      return new ZstdInputStream(packed);
    }
  },

  XZ {
    @Override
    boolean isBeginning(byte[] head) {
      return begins(head, 0xfd, '7', 'z', 'X', 'Z', 0);
    }

    @Override
    InputStream unpacked(InputStream packed) throws IOException {
      return Xz.unpacked(packed, MOST_MEMORY_KB);
    }
  },

  /** Unix compress, as used on the older TREC discs. */
  COMPRESS {
    @Override
    boolean isBeginning(byte[] head) {
      return begins(head, 0x1f, 0x9d) && head.length > 2 && (head[2] & 0x60) == 0;
    }

    @Override
    InputStream unpacked(InputStream packed) throws IOException {
      return new ZCompressorInputStream(packed, MOST_MEMORY_KB);
    }
  },

  /** The encoding {@code deflate} of HTTP. The bytes do not identify it. */
  ZLIB {
    @Override
    InputStream unpacked(InputStream packed) {
      return new InflaterInputStream(packed);
    }
  },

  /** {@link #ZLIB} without its header. */
  DEFLATE {
    @Override
    InputStream unpacked(InputStream packed) {
      return new InflaterInputStream(packed, new Inflater(true));
    }
  },

  /** The encoding {@code br} of HTTP. The bytes do not identify it. */
  BROTLI {
    @Override
    InputStream unpacked(InputStream packed) throws IOException {
      return new BrotliInputStream(packed);
    }
  };

  /** The memory a decompressor may use; the strongest common settings need two thirds of that. */
  private static final int MOST_MEMORY_KB = 100 * 1024;

  /** Number of leading bytes that identify the format. */
  public static final int HEAD = 16;

  /** The compression of a file with this beginning; empty if it is not compressed. */
  public static Optional<Compression> of(byte[] head) {
    return Arrays.stream(values()).filter(c -> c.isBeginning(head)).findFirst();
  }

  boolean isBeginning(byte[] head) {
    return false;
  }

  /**
   * The decompressed content. Concatenated members are returned as one stream, if the format has
   * them.
   */
  abstract InputStream unpacked(InputStream packed) throws IOException;

  /** The decompressed content as a layer; opening fails in the same way as reading. */
  public Layer open(InputStream packed, SourceFile file, Budget budget) throws IOException {
    try {
      return Layer.ofUnpacked(unpacked(packed), file, budget);
    } catch (LimitExceeded | Damage e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      throw Damage.unpacking(e);
    }
  }

  private static boolean begins(byte[] head, int... bytes) {
    return isAt(head, 0, bytes);
  }

  private static boolean isAt(byte[] head, int offset, int... bytes) {
    if (head.length < offset + bytes.length) {
      return false;
    }
    for (int i = 0; i < bytes.length; i++) {
      if ((head[offset + i] & 0xff) != bytes[i]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Opens xz streams. A class of its own, so that the library is loaded only for a file that needs
   * it: its jar is sealed, and a start cache (JEP 514) with a sealed package in it stops the JVM
   * once the program's folder was moved.
   */
  private static final class Xz {
    private Xz() {}

    /**
     * The decompressed content, of several streams one after the other too.
     *
     * @param mostMemoryKb the memory the decompressor may use
     */
    static InputStream unpacked(InputStream packed, int mostMemoryKb) throws IOException {
      return new XZInputStream(packed, mostMemoryKb);
    }
  }
}
