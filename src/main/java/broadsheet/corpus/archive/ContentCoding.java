package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Compression;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * The compression a server applied to a page; see RFC 9110, 8.4. Crawlers often store the bytes
 * uncompressed with the original header, so uncompressed content is accepted.
 */
enum ContentCoding {
  /** gzip, zstd and Unix compress, recognized by content whatever the header says. */
  KNOWN_BY_CONTENT {
    @Override
    Layer decoded(Layer packed, Entries entries, SourceFile file) throws IOException {
      Optional<Compression> compression = Compression.of(packed.peek(Compression.HEAD));
      return compression.isEmpty() ? packed : entries.unpacked(compression.get(), packed, file);
    }
  },

  /** With or without the zlib header, since servers differ. */
  DEFLATE {
    @Override
    Layer decoded(Layer packed, Entries entries, SourceFile file) throws IOException {
      byte[] head = packed.peek(2);
      if (isText(packed)) {
        return packed;
      }
      boolean isZlib =
          head.length == 2
              && (head[0] & 0x0f) == 8
              && ((head[0] & 0xff) << 8 | (head[1] & 0xff)) % 31 == 0;
      return entries.unpacked(isZlib ? Compression.ZLIB : Compression.DEFLATE, packed, file);
    }
  },

  BROTLI {
    @Override
    Layer decoded(Layer packed, Entries entries, SourceFile file) throws IOException {
      return isText(packed) ? packed : entries.unpacked(Compression.BROTLI, packed, file);
    }
  };

  private static final int SAMPLE = 64;

  static ContentCoding named(String name) {
    return switch (name.strip().toLowerCase(Locale.ROOT)) {
      case "deflate" -> DEFLATE;
      case "br" -> BROTLI;
      default -> KNOWN_BY_CONTENT;
    };
  }

  abstract Layer decoded(Layer packed, Entries entries, SourceFile file) throws IOException;

  /** Compressed bytes soon contain a control character or a non-ASCII byte. */
  private static boolean isText(Layer in) throws IOException {
    for (byte b : in.peek(SAMPLE)) {
      if (b < ' ' && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return true;
  }
}
