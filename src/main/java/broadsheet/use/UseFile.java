package broadsheet.use;

import broadsheet.engine.ArchiveCollection;
import broadsheet.files.OwnerOnly;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The file with the counts of an archive, {@code INDEX.use.json} beside its index: neither a
 * rebuild nor a restore changes it. Several servers may add to it.
 */
public final class UseFile {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final TypeReference<TreeMap<String, TreeMap<String, Uses>>> TYPE =
      new TypeReference<>() {};

  private final Path file;
  private final Path lock;

  /**
   * @param archive the folder of the archive's first collection
   */
  public UseFile(Path archive) {
    Path place = archive.toAbsolutePath().normalize();
    file = PathName.sibling(place, "", ".use.json");
    lock = PathName.sibling(place, "", ".use.lock");
  }

  /** The file itself, which need not exist. */
  public Path path() {
    return file;
  }

  /**
   * The counts so far; none if there is no file.
   *
   * @throws IOException when it cannot be read, or holds something else
   */
  public UseCounts read() throws IOException {
    if (Files.notExists(file)) {
      return UseCounts.NONE;
    }
    SortedMap<YearMonth, SortedMap<ArchiveCollection, Uses>> months = new TreeMap<>();
    try {
      MAPPER
          .readValue(Files.readAllBytes(file), TYPE)
          .forEach(
              (month, uses) -> {
                SortedMap<ArchiveCollection, Uses> all = new TreeMap<>();
                uses.forEach((name, some) -> all.put(new ArchiveCollection(name), some));
                months.put(YearMonth.parse(month), all);
              });
    } catch (RuntimeException e) {
      throw new IOException("it is no file of counts", e);
    }
    return new UseCounts(months);
  }

  /**
   * Adds counts to the file.
   *
   * @throws IOException when it cannot be read or written; it is then as it was
   */
  void add(UseCounts more) throws IOException {
    OwnerOnly.createFile(lock);
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock _ = channel.lock()) {
      UseCounts all = read().and(more);
      TreeMap<String, TreeMap<String, Uses>> named = new TreeMap<>();
      all.months()
          .forEach(
              (month, uses) -> {
                TreeMap<String, Uses> byName = new TreeMap<>();
                uses.forEach((collection, some) -> byName.put(collection.name(), some));
                named.put(month.toString(), byName);
              });
      OwnerOnly.createFile(file);
      WholeFile.replace(file, MAPPER.writeValueAsBytes(named));
    }
  }
}
