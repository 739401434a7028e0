package broadsheet.backup;

import broadsheet.files.OwnerOnly;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The content of a backup, as its file {@code manifest.json} lists it. A second file beside it
 * holds its checksum in the format of {@code sha256sum}.
 *
 * @param format the version of the manifest's format, see {@link #FORMAT}
 * @param program the release that made the backup
 * @param madeAt when the backup was made, in ISO 8601
 * @param index the folder of the index that was backed up
 * @param articles the number of articles in the index
 * @param files every file but the two of the manifest
 * @param tables the number of rows in each table, by database
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Manifest(
    int format,
    String program,
    String madeAt,
    String index,
    long articles,
    List<Entry> files,
    Map<String, Map<String, Long>> tables) {

  /** The format this program writes and reads. */
  static final int FORMAT = 1;

  static final String NAME = "manifest.json";
  static final String CHECKSUM = NAME + ".sha256";

  private static final String LOCK = ".lock";

  private static final int BUFFER = 1 << 16;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public Manifest {
    Instant.parse(madeAt);
    files = List.copyOf(files);
    tables = Map.copyOf(tables);
  }

  /**
   * A file of the backup.
   *
   * @param path within it, with slashes
   * @param sha256 in hexadecimal digits
   */
  public record Entry(String path, long bytes, String sha256) {
    public Entry {
      if (!Path.of(path).normalize().toString().equals(Path.of(path).toString())
          || Path.of(path).isAbsolute()
          || path.startsWith("..")) {
        throw new IllegalArgumentException(path + " is not within the backup");
      }
    }

    private static Entry of(Path folder, Path file) throws IOException {
      String path = folder.relativize(file).toString().replace('\\', '/');
      return new Entry(path, Files.size(file), digest(file));
    }
  }

  /** The time at which it was made. */
  public Instant time() {
    return Instant.parse(madeAt);
  }

  /** The total size of the files. */
  public long bytes() {
    return files.stream().mapToLong(Entry::bytes).sum();
  }

  /** The entries for all files that a folder has. */
  static List<Entry> entries(Path folder) throws IOException {
    List<Entry> entries = new ArrayList<>();
    for (Path file : files(folder)) {
      entries.add(Entry.of(folder, file));
    }
    return entries;
  }

  /** The files in a folder, without locks, which have no content. */
  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
          .filter(file -> !file.toString().endsWith(LOCK))
          .sorted()
          .toList();
    }
  }

  /** Whether a folder has files that it does not list. */
  boolean isAmongOthers(Path folder) throws IOException {
    Set<Path> known = new HashSet<>(Set.of(folder.resolve(NAME), folder.resolve(CHECKSUM)));
    files.forEach(entry -> known.add(folder.resolve(entry.path())));
    return !known.containsAll(files(folder));
  }

  /** Writes it into a backup. */
  void write(Path folder) throws IOException {
    byte[] json = MAPPER.writeValueAsBytes(this);
    write(folder.resolve(NAME), json);
    String line = "%s  %s\n".formatted(HexFormat.of().formatHex(sha256().digest(json)), NAME);
    write(folder.resolve(CHECKSUM), line.getBytes(StandardCharsets.US_ASCII));
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    OwnerOnly.createFile(file);
    Files.write(file, bytes);
  }

  /**
   * Reads that of a backup.
   *
   * @throws BackupException when the folder is no backup, or the manifest is damaged
   */
  public static Manifest read(Path folder) {
    try {
      byte[] json = Files.readAllBytes(folder.resolve(NAME));
      String line = Files.readString(folder.resolve(CHECKSUM), StandardCharsets.ISO_8859_1);
      if (!line.equals(HexFormat.of().formatHex(sha256().digest(json)) + "  " + NAME + "\n")) {
        throw damaged(folder, NAME + " does not have its checksum", null);
      }
      Manifest manifest = MAPPER.readValue(json, Manifest.class);
      if (manifest.format != FORMAT) {
        throw new BackupException(
            "The backup in %s was made by %s, which writes format %s; this program reads format %s. Use that release."
                .formatted(PathName.of(folder), manifest.program, manifest.format, FORMAT),
            null);
      }
      return manifest;
    } catch (NoSuchFileException e) {
      String problem =
          "There is no whole backup in %s: it has no %s. Name a folder that ./broadsheet backup made."
              .formatted(PathName.of(folder), Path.of(e.getFile()).getFileName());
      throw Files.exists(folder.resolve(Backup.INDEX))
          ? new BackupDamagedException(problem, e)
          : new BackupException(problem, e);
    } catch (JsonProcessingException e) {
      throw damaged(folder, NAME + " cannot be parsed", e);
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  /**
   * Verifies every byte of the listed files in a folder. Ignores other files there.
   *
   * @throws BackupException naming the first file that is missing or different
   */
  public void verify(Path folder) {
    try {
      for (Entry entry : files) {
        Path file = folder.resolve(entry.path());
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
          throw damaged(folder, entry.path() + " is missing", null);
        }
        if (Files.size(file) != entry.bytes() || !digest(file).equals(entry.sha256())) {
          throw damaged(folder, entry.path() + " is not as it was when it was made", null);
        }
      }
    } catch (IOException e) {
      throw unreadable(folder, e);
    }
  }

  private static BackupException damaged(Path folder, String what, @Nullable Throwable cause) {
    return new BackupDamagedException(
        "The backup in %s is damaged (%s). Use another one.".formatted(PathName.of(folder), what),
        cause);
  }

  private static BackupException unreadable(Path folder, IOException e) {
    return new BackupException(
        "The backup in %s cannot be read (%s). Check its permissions, then try again."
            .formatted(PathName.of(folder), WholeFile.reason(e)),
        e);
  }

  private static String digest(Path file) throws IOException {
    MessageDigest digest = sha256();
    byte[] buffer = new byte[BUFFER];
    try (InputStream in = Files.newInputStream(file)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
