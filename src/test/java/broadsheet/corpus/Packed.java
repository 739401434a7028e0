package broadsheet.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.airlift.compress.zstd.ZstdOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Creates compressed and packed bytes. */
public final class Packed {
  /** Writes content into a packing stream. */
  public interface Writing<T> {
    void to(T out) throws IOException;
  }

  /** Wraps a stream in a packing stream. */
  private interface Packing<T extends OutputStream> {
    T around(OutputStream out) throws IOException;
  }

  private Packed() {}

  /** A text that gives an article with this headline. */
  public static byte[] story(String headline) {
    return (headline + "\n\nThe bridge across the Ember opened on Monday.\n").getBytes(UTF_8);
  }

  /** An entry whose length and checksum are stored after it. */
  public static byte[] zip(Writing<ZipOutputStream> writing) {
    return packed(ZipOutputStream::new, writing);
  }

  /** One that does not say in which encoding its names are, unless that is UTF-8. */
  public static byte[] zip(Charset names, Writing<ZipOutputStream> writing) {
    return packed(out -> new ZipOutputStream(out, names), writing);
  }

  public static byte[] zip(String name, byte[] content) {
    return zip(zip -> deflated(zip, name, content));
  }

  public static void deflated(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  /** An entry whose length and checksum are stored before it. */
  public static void stored(ZipOutputStream zip, String name, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    CRC32 sum = new CRC32();
    sum.update(content);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    entry.setCrc(sum.getValue());
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  /** Names of any length. */
  public static byte[] tar(int longNames, Writing<TarArchiveOutputStream> writing) {
    return packed(
        out -> {
          TarArchiveOutputStream tar = new TarArchiveOutputStream(out, UTF_8.name());
          tar.setLongFileMode(longNames);
          return tar;
        },
        writing);
  }

  public static byte[] tar(Writing<TarArchiveOutputStream> writing) {
    return tar(TarArchiveOutputStream.LONGFILE_POSIX, writing);
  }

  public static void file(TarArchiveOutputStream tar, String name, byte[] content)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  /** A header that describes the next one. */
  static void extension(TarArchiveOutputStream tar, byte kind, byte[] content) throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry("extension", kind);
    entry.setSize(content.length);
    tar.putArchiveEntry(entry);
    tar.write(content);
    tar.closeArchiveEntry();
  }

  public static void link(TarArchiveOutputStream tar, String name, byte kind, String target)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, kind);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  /** This many times 16 MB of one character, gzipped as that many members. */
  static byte[] gzip(char filling, int parts) {
    byte[] part = new byte[16 << 20];
    Arrays.fill(part, (byte) filling);
    byte[] member = packed(GZIPOutputStream::new, gzip -> gzip.write(part));
    byte[][] members = new byte[parts][];
    Arrays.fill(members, member);
    return joined(members);
  }

  public static byte[] bzip2(byte[] content) {
    return packed(BZip2CompressorOutputStream::new, out -> out.write(content));
  }

  public static byte[] xz(byte[] content) {
    return packed(out -> new XZOutputStream(out, new LZMA2Options(1)), out -> out.write(content));
  }

  public static byte[] zstd(byte[] content) {
    return packed(ZstdOutputStream::new, out -> out.write(content));
  }

  /** Compresses like Unix compress: each byte as a nine-bit code of its own. */
  public static byte[] compressed(byte[] content) {
    if (content.length > 250) {
      throw new IllegalArgumentException("codes would have to grow: " + content.length + " bytes");
    }
    BitSet bits = new BitSet();
    for (int i = 0; i < content.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        bits.set(i * 9 + bit, (content[i] >> bit & 1) == 1);
      }
    }
    byte[] codes = Arrays.copyOf(bits.toByteArray(), (content.length * 9 + 7) / 8);
    return joined(new byte[] {0x1f, (byte) 0x9d, (byte) 0x90}, codes);
  }

  public static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static <T extends OutputStream> byte[] packed(Packing<T> packing, Writing<T> writing) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (T out = packing.around(bytes)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
