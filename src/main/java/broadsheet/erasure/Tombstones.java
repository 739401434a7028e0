package broadsheet.erasure;

import broadsheet.article.Sha256;
import broadsheet.files.OwnerOnly;
import broadsheet.files.WholeFile;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells which articles were erased, by salted hashes of their names: enough to keep them out, too
 * little to say what they were. Kept in the folder {@code NAME.erased} beside the index folder
 * {@code NAME}, so that it outlives an index that is deleted or restored. Immutable.
 *
 * @param hashes those of the names, by the salt with which they were made
 * @param isUnfinished whether an erasure has begun and not ended
 */
public record Tombstones(Map<String, Set<String>> hashes, boolean isUnfinished) {

  private static final String ENDING = ".erased";
  private static final String FILE = "tombstones";

  /** Keeps the folder out of an index built from the folders around it. */
  private static final String IGNORE = ".broadsheetignore";

  private static final String FORMAT = "broadsheet tombstones 1";
  private static final String SALT = "salt ";
  private static final String UNFINISHED = "unfinished";
  private static final String END = "end ";
  private static final int SALT_BYTES = 32;
  private static final int HASH_BYTES = 16;
  private static final Tombstones NONE = new Tombstones(Map.of(), false);

  public Tombstones {
    Map<String, Set<String>> copy = new LinkedHashMap<>();
    hashes.forEach((salt, some) -> copy.put(salt, new TreeSet<>(some)));
    hashes = copy;
  }

  /** The folder of those of an index, which need not exist. */
  public static Path folder(Path index) {
    return PathName.sibling(PathName.real(index), "", ENDING);
  }

  /**
   * Those of an index; none if nothing was erased from it.
   *
   * @throws IOException when they cannot be read or are damaged: nothing may be indexed then
   */
  public static Tombstones of(Path index) throws IOException {
    Path folder = folder(index);
    try {
      return read(Files.readAllLines(folder.resolve(FILE)));
    } catch (NoSuchFileException e) {
      return NONE;
    }
  }

  private static Tombstones read(List<String> lines) throws IOException {
    int last = lines.size() - 1;
    if (last < 1
        || !lines.getFirst().equals(FORMAT)
        || !lines.get(last).equals(end(lines.subList(0, last)))) {
      throw new IOException("the list of erased articles is damaged");
    }
    Map<String, Set<String>> hashes = new LinkedHashMap<>();
    Set<String> some = new TreeSet<>();
    boolean isUnfinished = false;
    for (String line : lines.subList(1, last)) {
      if (line.startsWith(SALT)) {
        some = hashes.computeIfAbsent(line.substring(SALT.length()), _ -> new TreeSet<>());
      } else if (line.equals(UNFINISHED)) {
        isUnfinished = true;
      } else {
        some.add(line);
      }
    }
    return new Tombstones(hashes, isUnfinished);
  }

  private static String end(List<String> lines) {
    return END + HexFormat.of().formatHex(Sha256.of(String.join("\n", lines)), 0, HASH_BYTES);
  }

  /** Whether nothing was erased. */
  public boolean isEmpty() {
    return hashes.isEmpty();
  }

  /** Whether something of that name was erased. */
  public boolean hold(String name) {
    for (Map.Entry<String, Set<String>> each : hashes.entrySet()) {
      if (each.getValue().contains(hash(each.getKey(), name))) {
        return true;
      }
    }
    return false;
  }

  /** A text that may stand for a name without telling it: hexadecimal digits. */
  public String disguised(String name) {
    return hash(hashes.keySet().iterator().next(), name);
  }

  private static String hash(String salt, String name) {
    return HexFormat.of().formatHex(Sha256.of(salt + '\0' + name), 0, HASH_BYTES);
  }

  /** These and those of other names, of an erasure that has begun. */
  public Tombstones with(Collection<String> names) {
    Map<String, Set<String>> all = new LinkedHashMap<>(hashes);
    String salt = all.isEmpty() ? newSalt() : all.keySet().iterator().next();
    Set<String> some = new TreeSet<>(all.getOrDefault(salt, Set.of()));
    names.forEach(name -> some.add(hash(salt, name)));
    all.put(salt, some);
    return new Tombstones(all, true);
  }

  private static String newSalt() {
    byte[] salt = new byte[SALT_BYTES];
    new SecureRandom().nextBytes(salt);
    return HexFormat.of().formatHex(salt);
  }

  /** These and others, each with its own salt. */
  public Tombstones and(Tombstones others) {
    Map<String, Set<String>> all = new LinkedHashMap<>(new Tombstones(hashes, false).hashes);
    others.hashes.forEach(
        (salt, some) -> all.computeIfAbsent(salt, _ -> new TreeSet<>()).addAll(some));
    return new Tombstones(all, isUnfinished || others.isUnfinished);
  }

  /** The same once an erasure has ended. */
  public Tombstones finished() {
    return new Tombstones(hashes, false);
  }

  /**
   * Writes them beside an index, on disk when this returns; only their owner may read them.
   *
   * @throws IOException when they cannot be written; what was there stays
   */
  public void write(Path index) throws IOException {
    Path folder = folder(index);
    OwnerOnly.createFolder(folder);
    Path ignore = folder.resolve(IGNORE);
    if (Files.notExists(ignore)) {
      Files.writeString(ignore, "# What was erased from the index beside it\n*\n");
    }
    OwnerOnly.createFile(folder.resolve(FILE));
    List<String> lines = new ArrayList<>(List.of(FORMAT));
    hashes.forEach(
        (salt, some) -> {
          lines.add(SALT + salt);
          lines.addAll(some);
        });
    if (isUnfinished) {
      lines.add(UNFINISHED);
    }
    lines.add(end(lines));
    String text = String.join("\n", lines) + "\n";
    WholeFile.replace(folder.resolve(FILE), text.getBytes(StandardCharsets.US_ASCII));
  }
}
