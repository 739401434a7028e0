package broadsheet.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Documents that a change writes together with the document that names them, so that all of them
 * take effect at once or none does. A part is never rewritten: a changed part gets a new name. For
 * one change, which may be tried several times.
 */
public final class DocumentParts {

  /** Written by the current attempt. */
  private final Map<String, ObjectNode> written = new LinkedHashMap<>();

  /** Not needed once the change is made: the replaced parts, and those of failed attempts. */
  private final Set<String> unneeded = new HashSet<>();

  /** Named by the document after the last attempt, perhaps since an earlier one. */
  private Set<String> named = Set.of();

  /** Begins an attempt; the one before failed. */
  public void begin() {
    unneeded.addAll(written.keySet());
    written.clear();
  }

  /** Adds a document. */
  void add(String name, ObjectNode content) {
    written.put(name, content);
  }

  /** Adds a document, and returns the name it is given. */
  String addNew(String prefix, ObjectNode content) {
    String name = prefix + UUID.randomUUID();
    add(name, content);
    return name;
  }

  /**
   * Sets the documents that are named after the change.
   *
   * @param before the documents named before the change; those not in {@code after} are deleted
   */
  void name(Collection<String> before, Collection<String> after) {
    unneeded.addAll(before);
    named = Set.copyOf(after);
  }

  /** The documents that the last attempt writes, by name. */
  public Map<String, ObjectNode> written() {
    return written;
  }

  /** The names of documents that can be deleted once the change is written. */
  public Set<String> unneeded() {
    Set<String> names = new HashSet<>(unneeded);
    names.removeAll(named);
    return names;
  }
}
