package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.pack.Slice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.tar.TarUtils;
import org.apache.commons.compress.archivers.zip.ZipEncoding;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/**
 * Steps through the entries of a tar archive. Commons Compress parses each header; its own stream
 * loads headers of any length into memory and cannot continue after a damaged one. Use once. Not
 * thread-safe.
 */
final class TarHeaders {
  /** An entry: its name as stored, and its kind; see {@link TarConstants}. */
  record Header(String name, byte kind) {
    boolean isFolder() {
      return kind == TarConstants.LF_DIR
          || (name.endsWith("/")
              && (kind == TarConstants.LF_NORMAL || kind == TarConstants.LF_OLDNORM));
    }
  }

  private static final int BLOCK = 512;
  private static final int KIND = 156;

  /** The longest name or set of attributes that is read, in bytes. */
  private static final int LONGEST_EXTENSION = 1024 * 1024;

  private static final ZipEncoding NAMES =
      ZipEncodingHelper.getZipEncoding(StandardCharsets.UTF_8.name());

  private final Entries entries;
  private final Layer in;
  private Slice content;
  private long padding;
  private PaxRecords extension = PaxRecords.NONE;
  private boolean isLost;

  TarHeaders(Entries entries) {
    this.entries = entries;
    this.in = entries.stream();
    this.content = new Slice(in, 0);
  }

  /** Whether this is a header, judged by its checksum. */
  static boolean isSound(byte[] head) {
    try {
      return head.length >= BLOCK
          && head[0] != 0
          && TarUtils.verifyCheckSum(Arrays.copyOf(head, BLOCK));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Moves to the next entry; empty at the end. Damaged headers are entered in the ledger and
   * skipped.
   */
  Optional<Header> next() throws IOException {
    while (true) {
      passOver();
      byte[] block = in.readNBytes(BLOCK);
      if (isEnd(block)) {
        return Optional.empty();
      }
      Optional<Header> header = isSound(block) ? header(block) : lost();
      if (header.isPresent()) {
        return header;
      }
    }
  }

  /** The bytes of the entry. */
  Slice content() {
    return content;
  }

  private void passOver() throws IOException {
    content.skipRest();
    content = new Slice(in, 0);
    in.readNBytes((int) padding);
    padding = 0;
  }

  private static boolean isEnd(byte[] block) throws Damage {
    if (block.length < BLOCK) {
      throw new Damage(Damage.CUT_OFF, "the end mark of the tar is missing");
    }
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** Entered once, however far away the next sound header is. */
  private Optional<Header> lost() throws LimitExceeded {
    if (!isLost) {
      entries.fail(entries.count(), new Damage("a header in the tar is damaged", ""));
    }
    isLost = true;
    extension = PaxRecords.NONE;
    return Optional.empty();
  }

  /** Empty for a header that only describes the next one. */
  private Optional<Header> header(byte[] block) throws IOException {
    TarArchiveEntry entry;
    try {
      entry = new TarArchiveEntry(block, NAMES, true);
    } catch (IOException | RuntimeException e) {
      return lost();
    }
    isLost = false;
    return header(entry.getName(), extension.size().orElse(entry.getSize()), block[KIND]);
  }

  private Optional<Header> header(String name, long size, byte kind) throws IOException {
    boolean hasContent = kind < TarConstants.LF_LINK || kind > TarConstants.LF_FIFO;
    content = new Slice(in, hasContent ? Math.max(size, 0) : 0);
    padding = hasContent ? -size & (BLOCK - 1) : 0;
    switch (kind) {
      case TarConstants.LF_GNUTYPE_LONGNAME -> extension = extension.named(longName());
      case TarConstants.LF_PAX_EXTENDED_HEADER_LC, TarConstants.LF_PAX_EXTENDED_HEADER_UC ->
          extension = PaxRecords.of(content.readNBytes(LONGEST_EXTENSION));
      case TarConstants.LF_GNUTYPE_LONGLINK, TarConstants.LF_PAX_GLOBAL_EXTENDED_HEADER -> {}
      default -> {
        return Optional.of(extended(name, kind));
      }
    }
    return Optional.empty();
  }

  /** The name, which ends at a NUL. */
  private String longName() throws IOException {
    String name = new String(content.readNBytes(LONGEST_EXTENSION), StandardCharsets.UTF_8);
    int end = name.indexOf(0);
    return end < 0 ? name : name.substring(0, end);
  }

  private Header extended(String name, byte kind) {
    PaxRecords said = extension;
    extension = PaxRecords.NONE;
    return new Header(
        said.name().orElse(name), said.isSparse() ? TarConstants.LF_GNUTYPE_SPARSE : kind);
  }
}
