package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Documents that a change writes before the one that names them, so that they count all at once or
 * not at all. None is ever rewritten: a changed one gets another name. What a killed process leaves
 * behind is named nowhere. For one change.
 */
final class Drafts {

  private final DeskIndex index;
  private final String prefix;

  /** What the current attempt writes. */
  private final Map<String, ObjectNode> written = new LinkedHashMap<>();

  /** What is not needed once the change is written: what it replaces, and what was in vain. */
  private final Set<String> unneeded = new HashSet<>();

  /** What the last attempt names. It is needed even if an earlier attempt wrote it. */
  private Set<String> named = Set.of();

  /**
   * @param prefix of the names of these documents
   */
  Drafts(DeskIndex index, String prefix) {
    this.index = index;
    this.prefix = prefix;
  }

  /**
   * Begins an attempt; the one before came to nothing.
   *
   * @param known what is named now
   */
  void begin(Collection<String> known) {
    unneeded.addAll(written.keySet());
    unneeded.addAll(known);
    written.clear();
  }

  /** Adds a document, and returns its name. */
  String add(ObjectNode content) {
    String name = prefix + UUID.randomUUID();
    written.put(name, content);
    return name;
  }

  /**
   * Writes what was added.
   *
   * @param names what will be named
   */
  void write(Collection<String> names) {
    named = Set.copyOf(names);
    index.putAll(written);
  }

  /** Deletes what is not needed, after the change was written. */
  void end() {
    unneeded.removeAll(named);
    try {
      index.deleteAll(unneeded);
    } catch (DeskException e) {
      // the change is kept, and what is left behind is named nowhere
    }
  }
}
