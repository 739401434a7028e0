package broadsheet.corpus.archive;

import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.pack.Spool;
import broadsheet.corpus.record.Budget;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.Siblings;
import broadsheet.corpus.record.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The entries of an archive that belong together, such as METS and the pages of its issue. They may
 * come in any order, so they are kept in a temporary file until the archive has been read. Not
 * thread-safe.
 */
final class HeldEntries implements AutoCloseable {

  /** One entry. */
  private record Held(SourceFile file, Format format, Spool.Piece piece) {}

  private final Budget budget;
  private final Map<String, Held> entries = new LinkedHashMap<>();
  private final Spool spool = new Spool();

  /**
   * @param budget charged for each reading of an entry
   */
  HeldEntries(Budget budget) {
    this.budget = budget;
  }

  /**
   * Keeps an entry, unless it is too long to be a record.
   *
   * @throws IOException if it cannot be read, or not be kept
   */
  void hold(SourceFile file, Format format, InputStream in, Records records) throws IOException {
    Optional<byte[]> bytes = Layer.whole(in, records);
    if (bytes.isPresent()) {
      entries.put(address(file), new Held(file, format, spool.keep(bytes.get())));
    }
  }

  /** Receives the entries once all are there. */
  interface Reader {
    /** Reads an entry; any problem with it is entered in the account. */
    void read(SourceFile file, Format format, InputStream in, Siblings siblings) throws IOException;
  }

  /** Passes on all entries, each with the others around it. */
  void readAll(Reader reader) throws IOException {
    Map<String, String> owners = owners();
    for (Held held : entries.values()) {
      Siblings siblings = new Around(held.file(), owners);
      reader.read(held.file(), held.format(), new ByteArrayInputStream(bytes(held)), siblings);
    }
  }

  /** The entry that each part belongs to, by address; of two, the one that has articles. */
  private Map<String, String> owners() throws IOException {
    Map<String, String> owners = new HashMap<>();
    Map<String, String> ofPagesOnly = new HashMap<>();
    for (Map.Entry<String, Held> entry : entries.entrySet()) {
      Held held = entry.getValue();
      if (held.format().mayHaveParts()) {
        Siblings.Parts parts = held.format().parts(held.file().name(), bytes(held));
        Map<String, String> its = parts.hasArticles() ? owners : ofPagesOnly;
        for (String part : parts.addresses()) {
          its.putIfAbsent(resolved(held.file(), part), entry.getKey());
        }
      }
    }
    ofPagesOnly.forEach(owners::putIfAbsent);
    return owners;
  }

  private byte[] bytes(Held held) throws IOException {
    return spool.read(held.piece(), held.file(), budget);
  }

  /** The location of a file without the endings of compression. */
  private static String address(SourceFile file) {
    int folder = file.location().lastIndexOf('/') + 1;
    return file.location().substring(0, folder) + file.name();
  }

  /** Resolves a name in a file to an address; empty if it leads above the archive. */
  private static String resolved(SourceFile from, String name) {
    StringBuilder path = new StringBuilder(from.location());
    path.setLength(Math.max(0, path.lastIndexOf("/")));
    for (String step : name.split("/", -1)) {
      if (step.equals("..")) {
        if (path.isEmpty()) {
          return "";
        }
        path.setLength(Math.max(0, path.lastIndexOf("/")));
      } else if (!step.isEmpty() && !step.equals(".")) {
        path.append(path.isEmpty() ? "" : "/").append(step);
      }
    }
    return path.toString();
  }

  /** Also deletes the temporary file. */
  @Override
  public void close() throws IOException {
    spool.close();
  }

  /** The other entries around one. */
  private final class Around implements Siblings {
    private final SourceFile file;
    private final Map<String, String> owners;

    Around(SourceFile file, Map<String, String> owners) {
      this.file = file;
      this.owners = owners;
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
      Held held = entries.get(resolved(file, name));
      return held == null ? Optional.empty() : Optional.of(bytes(held));
    }

    @Override
    public Optional<Path> onDisk(String name) {
      return Optional.empty();
    }

    @Override
    public Optional<String> ownerOf(String name) {
      String address = name.isEmpty() ? address(file) : resolved(file, name);
      return Optional.ofNullable(owners.get(address))
          .map(owner -> owner.substring(owner.lastIndexOf('/') + 1));
    }
  }
}
