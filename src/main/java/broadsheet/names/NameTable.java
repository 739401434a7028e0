package broadsheet.names;

import broadsheet.article.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names of an archive and their forms. A form may stand for several names: "A and B" for A and
 * for B. Immutable and thread-safe.
 */
public final class NameTable {

  /** Nothing is decided. */
  public static final NameTable EMPTY = new NameTable(List.of());

  private final Map<Name, NameEntry> entries = new TreeMap<>();
  private final Map<String, List<Name>> byForm = new HashMap<>();

  /**
   * @param entries with different names
   */
  public NameTable(Collection<NameEntry> entries) {
    for (NameEntry entry : entries) {
      if (this.entries.put(entry.name(), entry) != null) {
        throw new IllegalArgumentException("a name twice: " + entry.name());
      }
    }
    for (NameEntry entry : this.entries.values()) {
      entry
          .forms()
          .forEach(form -> byForm.computeIfAbsent(form, _ -> new ArrayList<>()).add(entry.name()));
    }
  }

  /**
   * The table of several archives: a name that more than one of them has stands for the forms of
   * all.
   *
   * @param entries those of each archive, one after the other
   */
  public static NameTable joined(Collection<NameEntry> entries) {
    Map<Name, NameEntry> byName = new LinkedHashMap<>();
    entries.forEach(entry -> byName.merge(entry.name(), entry, NameEntry::joined));
    return new NameTable(byName.values());
  }

  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** All names, by kind and text. */
  public Collection<NameEntry> entries() {
    return entries.values();
  }

  /** The entry of a name; empty if the archive has none. */
  public Optional<NameEntry> of(Name name) {
    return Optional.ofNullable(entries.get(name));
  }

  /**
   * This table with editors' corrections applied, by their time and, of the same time, in their
   * order. A correction of a name or form that is not in the table at its turn does nothing, so a
   * correction may wait for a name that the archive does not have yet. The number of articles of a
   * name that was merged or split is an upper bound: it counts an article twice that has both parts
   * of a merger, and a form that was split off has the number of the whole name.
   */
  public NameTable corrected(List<NameCorrection> corrections) {
    CorrectedNames names = new CorrectedNames(entries());
    corrections.stream().sorted(Comparator.comparing(NameCorrection::at)).forEach(names::apply);
    return names.table();
  }

  /**
   * Identifies the names and their forms: a SHA-256 as hexadecimal digits. The numbers of articles
   * do not count.
   */
  public String digest() {
    MessageDigest digest = Sha256.begin();
    for (NameEntry entry : entries()) {
      String forms = String.join("\t", new TreeSet<>(entry.forms()));
      String line =
          "%s\t%s\t%s\n".formatted(entry.name().kind().label(), entry.name().text(), forms);
      digest.update(line.getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The names that a form stands for; none if it is undecided. */
  public List<Name> namesOf(String form) {
    return byForm.getOrDefault(form, List.of());
  }
}
