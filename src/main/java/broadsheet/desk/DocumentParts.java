package broadsheet.desk;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Documents that a change writes together with the one that names them, so that they count all at
 * once or not at all. None is ever rewritten: a changed one gets another name. For one change,
 * which may be tried several times.
 */
public final class DocumentParts {

  /** Written by the current attempt. */
  private final Map<String, ObjectNode> written = new LinkedHashMap<>();

  /** Not needed once the change is made: what it replaces, and what was written in vain. */
  private final Set<String> unneeded = new HashSet<>();

  /** Named by the document after the last attempt, perhaps since an earlier one. */
  private Set<String> named = Set.of();

  /** Begins an attempt; the one before came to nothing. */
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
   * Says which documents are named.
   *
   * @param before by the document as it is; those not named afterwards are deleted
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
