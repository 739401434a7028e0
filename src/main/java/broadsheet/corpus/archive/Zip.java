package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.pack.ZipInput;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.jspecify.annotations.Nullable;

/**
 * Zip archives, read from the start: the directory at the end is not used, so archives can be read
 * inside each other.
 */
final class Zip implements Container {
  /** The first bytes of an entry. */
  static final String ENTRY = "PK\u0003\u0004";

  private static final String NO_ENTRIES = "PK\u0005\u0006";
  private static final String OF_PARTS = "PK\u0007\u0008PK\u0003\u0004";

  @Override
  public boolean isBeginning(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return start.startsWith(ENTRY) || start.startsWith(NO_ENTRIES) || start.startsWith(OF_PARTS);
  }

  @Override
  public void read(Entries entries) throws IOException {
    EndOfZip end = new EndOfZip(entries.stream());
    new Reading(entries, entries.zip(end)).all();
    if (!end.isSeen()) {
      throw new Damage(Damage.CUT_OFF, "the directory at the end of the zip is missing");
    }
  }

  /** The reading of one archive. */
  private static final class Reading {
    private final Entries entries;
    private final ZipInput zip;
    private Optional<Damage> lastDamage = Optional.empty();

    Reading(Entries entries, ZipInput zip) {
      this.entries = entries;
      this.zip = zip;
    }

    void all() throws IOException {
      for (ZipArchiveEntry entry = next(); entry != null; entry = next()) {
        lastDamage = Optional.empty();
        zip.reading(entries.container());
        if (!entry.isDirectory()) {
          read(entry);
        }
      }
    }

    /** An end of the archive right after a damaged entry is part of the same damage. */
    private @Nullable ZipArchiveEntry next() throws IOException {
      try {
        return zip.getNextEntry();
      } catch (LimitExceeded | Damage e) {
        throw e;
      } catch (UnsupportedZipFeatureException e) {
        throw new Damage("the data after a skipped entry cannot be found", "", e);
      } catch (IOException | RuntimeException | LinkageError e) {
        throw lastDamage.orElseGet(() -> Damage.unpacking(e));
      }
    }

    private void read(ZipArchiveEntry entry) throws LimitExceeded {
      if (isAboutPages(entry)) {
        entries.skipOneOfMany("part of the web archive, without pages");
        passOver(entry, Layer.ofPart(zip));
        return;
      }
      Optional<SourceFile> file = entries.next(entry.getName());
      if (file.isEmpty()) {
        passOver(entry, Layer.ofPart(zip));
      } else if (entry.getGeneralPurposeBit().usesEncryption()) {
        entries.skip(file.get(), "encrypted", "");
      } else if (!zip.canReadEntryData(entry)) {
        entries.skip(file.get(), "packed in an unsupported way", method(entry));
      } else {
        read(entry, file.get());
      }
    }

    private void read(ZipArchiveEntry entry, SourceFile file) throws LimitExceeded {
      zip.reading(file);
      Summed summed = new Summed(zip);
      Layer content = Layer.ofPart(summed);
      entries.read(file, content);
      passOver(entry, content);
      lastDamage = content.damage();
      if (lastDamage.isEmpty() && summed.isOtherThan(entry.getCrc())) {
        entries.fail(file, new Damage(Damage.DAMAGED, "its checksum is wrong"));
      }
    }

    /** In a WACZ the pages are in {@code archive/}; the rest lists and indexes them. */
    private boolean isAboutPages(ZipArchiveEntry entry) {
      return entries.container().extension().equals("wacz")
          && !entry.getName().startsWith("archive/");
    }

    /** If an entry's length is stored after it, its end is found by decompressing it. */
    private static void passOver(ZipArchiveEntry entry, Layer content) throws LimitExceeded {
      if (entry.getGeneralPurposeBit().usesDataDescriptor()) {
        content.drain();
      }
    }

    private static String method(ZipArchiveEntry entry) {
      ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
      return method == null ? "method " + entry.getMethod() : method.name();
    }
  }

  /** Computes the checksum of the bytes read. */
  private static final class Summed extends CheckedInputStream {
    private boolean isAtEnd;

    Summed(InputStream in) {
      super(in, new CRC32());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      isAtEnd |= read < 0;
      return read;
    }

    /** Whether the whole entry was read and its checksum does not match. */
    boolean isOtherThan(long stated) {
      return isAtEnd && stated >= 0 && stated != getChecksum().getValue();
    }
  }
}
