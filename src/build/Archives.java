import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * Writes a release's archives so that the same files make the same bytes: in order of their names,
 * all of one date, owned by root, and with modes that do not depend on the machine.
 */
final class Archives {

  /** A file or folder of an archive; a link has the path that it leads to. */
  record Entry(Path file, byte[] content, String link) {
    static Entry of(Path file) {
      return new Entry(file, null, null);
    }

    static Entry of(byte[] content) {
      return new Entry(null, content, null);
    }

    static Entry linkTo(String path) {
      return new Entry(null, null, path);
    }

    byte[] bytes() throws IOException {
      return content != null ? content : Files.readAllBytes(file);
    }
  }

  private static final Pattern PROGRAM =
      Pattern.compile("(.*/)?(broadsheet|bin/[^/]+|lib/jexec|lib/jspawnhelper|postinst|p\\w+rm)");

  private static final Pattern NO_PROGRAM = Pattern.compile(".*/(default|overrides)/broadsheet");

  private final Instant date;

  Archives(Instant date) {
    this.date = date;
  }

  /** The content of a folder, under a prefix that ends in a slash. */
  static Map<String, Entry> entries(Path folder, String prefix) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    try (Stream<Path> files = Files.walk(folder)) {
      files.forEach(
          file -> {
            String name = prefix + folder.relativize(file).toString();
            if (!name.isEmpty()) {
              String end = Files.isDirectory(file) && !name.endsWith("/") ? "/" : "";
              entries.put(name + end, Entry.of(file));
            }
          });
    }
    return entries;
  }

  private static int mode(String name, Entry entry) {
    boolean isProgram = PROGRAM.matcher(name).matches() && !NO_PROGRAM.matcher(name).matches();
    return name.endsWith("/") || isProgram ? 0755 : 0644;
  }

  /** Writes a zip, compressed at a level of {@link Deflater}. */
  void zip(Map<String, Entry> entries, Path file, int level) throws IOException {
    try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(file)) {
      zip.setUseZip64(Zip64Mode.Never);
      zip.setLevel(level);
      for (var each : new TreeMap<>(entries).entrySet()) {
        ZipArchiveEntry entry = new ZipArchiveEntry(each.getKey());
        entry.setTime(date.toEpochMilli());
        entry.setUnixMode(mode(each.getKey(), each.getValue()));
        zip.putArchiveEntry(entry);
        if (!entry.isDirectory()) {
          zip.write(each.getValue().bytes());
        }
        zip.closeArchiveEntry();
      }
    }
  }

  /** Copies a jar, whose modes are those that the machine gave to its files. */
  void jar(Path jar, Path copy) throws IOException {
    Map<String, Entry> entries = new TreeMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (var entry : Collections.list(zip.entries())) {
        byte[] bytes = zip.getInputStream(entry).readAllBytes();
        entries.put(entry.getName(), Entry.of(bytes));
      }
    }
    zip(entries, copy, Deflater.DEFAULT_COMPRESSION);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    GzipParameters best = new GzipParameters();
    best.setCompressionLevel(9);
    try (OutputStream out = new GzipCompressorOutputStream(packed, best)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  void tarGz(Map<String, Entry> entries, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      tarGz(entries, out);
    }
  }

  private void tarGz(Map<String, Entry> entries, OutputStream out) throws IOException {
    try (TarArchiveOutputStream tar =
        new TarArchiveOutputStream(new GzipCompressorOutputStream(out), UTF_8.name())) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      tar.setAddPaxHeadersForNonAsciiNames(true);
      for (var each : new TreeMap<>(entries).entrySet()) {
        String link = each.getValue().link();
        TarArchiveEntry entry =
            link == null
                ? new TarArchiveEntry(each.getKey())
                : new TarArchiveEntry(each.getKey(), TarConstants.LF_SYMLINK);
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        entry.setModTime(FileTime.from(date));
        entry.setMode(link == null ? mode(each.getKey(), each.getValue()) : 0777);
        boolean isFile = link == null && !entry.isDirectory();
        byte[] bytes = isFile ? each.getValue().bytes() : new byte[0];
        if (link != null) {
          entry.setLinkName(link);
        }
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
      }
    }
  }

  /** Writes a package of Debian: see deb(5). */
  void deb(Map<String, Entry> control, Map<String, Entry> data, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file);
        ArArchiveOutputStream ar = new ArArchiveOutputStream(out)) {
      add(ar, "debian-binary", "2.0\n".getBytes(US_ASCII));
      add(ar, "control.tar.gz", packed(control));
      add(ar, "data.tar.gz", packed(data));
    }
  }

  private byte[] packed(Map<String, Entry> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    tarGz(entries, bytes);
    return bytes.toByteArray();
  }

  private void add(ArArchiveOutputStream ar, String name, byte[] bytes) throws IOException {
    ar.putArchiveEntry(
        new ArArchiveEntry(name, bytes.length, 0, 0, 0100644, date.getEpochSecond()));
    ar.write(bytes);
    ar.closeArchiveEntry();
  }

  /** The size of all files, in units of 1,024 bytes, as Debian counts it. */
  static long kilobytes(Collection<Entry> entries) throws IOException {
    long sum = 0;
    for (Entry entry : entries) {
      long size = entry.link() != null ? 1 : entry.bytes().length;
      sum += Math.ceilDiv(size, 1024L);
    }
    return sum;
  }
}
