package broadsheet.desk;

import broadsheet.article.ArticleRef;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps the documents of one desk: JSON objects, each under an id of letters, digits and hyphens. A
 * change concerns one document, so values that must change together are in the same document. This
 * package decides the content of documents; a store knows only the few names below. Each call sees
 * earlier changes by other processes, and each change is durable when its call returns. Each method
 * throws a {@link DeskException} when something cannot be read or stored. Thread-safe, and safe
 * between processes.
 */
public interface Store {

  /** The id of the document with the saved searches. */
  String SEARCHES = "searches";

  /** The id of the document with the names of all lists. */
  String LISTS = "lists";

  /**
   * The id of the document that names the current corrections of names, and the prefix of theirs.
   */
  String NAMES = "names";

  /** The field that names the list to which a document belongs. */
  String LIST = "list";

  /** The field with the time a list was last used, as a number that grows. */
  String USED = "used";

  /** The field with the number of a list's articles. */
  String COUNT = "count";

  /** The field with the articles of a list, in their order. */
  String ENTRIES = "entries";

  String FINGERPRINT = "fingerprint";
  String ARTICLE = "article";

  /** The field of values that are read only with their document and never searched. */
  String CONTENT = "content";

  /** The place of the documents, in words for a message. */
  String place();

  /** Whether anything was ever stored. */
  boolean isThere();

  /** The document with an id; empty when there is none. */
  default Optional<ObjectNode> read(String id) {
    return Optional.ofNullable(read(List.of(id)).get(id));
  }

  /** The documents with these ids; missing ones are absent. */
  Map<String, ObjectNode> read(Collection<String> ids);

  /** Whether there is a document with an id. */
  default boolean has(String id) {
    return read(id).isPresent();
  }

  /**
   * A change of a document. It may be made several times, each time on the current content, and
   * only the last one counts.
   */
  interface Change<T> {
    /**
     * Changes the content.
     *
     * @param content the current content; empty when there is no document yet. If it stays
     *     unchanged, nothing is written.
     * @param parts receives the documents that this one names and that no other change writes
     */
    T to(ObjectNode content, DocumentParts parts);
  }

  /**
   * Changes a document and its parts atomically. If the change throws, nothing changes.
   *
   * @return the result of the change that was written
   * @throws DeskException when others change the document for too long
   */
  <T> T change(String id, Change<T> change);

  /**
   * Deletes documents, then all others that belong to some lists, including any that others have
   * just written.
   */
  void delete(Collection<String> ids, Collection<String> lists);

  /** Deletes a document and wipes its content from the disk, at once or soon after. */
  void erase(String id);

  /**
   * A list that was found.
   *
   * @param id the id of its document
   * @param used the value of {@link #USED}
   * @param count the value of {@link #COUNT}
   * @param met the requested articles that are on it, as indexes from 0
   */
  record Found(String id, long used, int count, Set<Integer> met) {}

  /**
   * Finds lists, and which of these articles are on them, by fingerprint or id.
   *
   * @param ids the ids of the lists' documents
   * @param articles articles of which a list must have at least one; empty for any list
   */
  List<Found> find(Collection<String> ids, List<ArticleRef> articles);

  /**
   * Finds the given articles in a document of read marks, by fingerprint or id; empty when the
   * store cannot answer without reading the document.
   */
  default Optional<Set<ArticleRef>> among(String id, Collection<ArticleRef> articles) {
    return Optional.empty();
  }

  /** Verifies a document and its parts, unless the store does so on every read. */
  default void check(String id) {}

  /** The error for a damaged document. */
  DeskDamagedException damaged(String id, String what);

  /** The folder of its files; empty when it is on other machines. */
  default Optional<Path> folder() {
    return Optional.empty();
  }

  /** Keeps others from changing any document, so that one state of all can be copied. */
  HeldDesk holdAll();
}
