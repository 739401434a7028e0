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
 * change concerns one document, so everything that must change together is in one. What the
 * documents say is decided by this package; a store knows only the few names below. Each call sees
 * earlier changes by other processes, and each change is durable when its call returns. Each method
 * throws a {@link DeskException} when something cannot be read or stored. Thread-safe, and safe
 * between processes.
 */
public interface Store {

  /** The id of the document with the saved searches, which updates {@link #hold}. */
  String SEARCHES = "searches";

  /** The id of the document with the state of the arrivals, and how the ids of its parts begin. */
  String ARRIVALS = "arrivals";

  /** The id of the document with the names of all lists. */
  String LISTS = "lists";

  /** The field that names the list to which a document belongs. */
  String LIST = "list";

  /** The field that says when a list was last used: a number that grows. */
  String USED = "used";

  /** The field that says how many articles a list has. */
  String COUNT = "count";

  /** The field with the articles of a list, in their order. */
  String ENTRIES = "entries";

  String FINGERPRINT = "fingerprint";
  String ARTICLE = "article";

  /** The field of everything that is read with its document only, and never searched. */
  String CONTENT = "content";

  /** The place of the documents, in words for a message. */
  String place();

  /** Whether anything was ever kept. */
  boolean isThere();

  /** The document of an id; empty when there is none. */
  default Optional<ObjectNode> read(String id) {
    return Optional.ofNullable(read(List.of(id)).get(id));
  }

  /** The documents of these ids; one that does not exist is absent. */
  Map<String, ObjectNode> read(Collection<String> ids);

  /** Whether there is a document of an id. */
  default boolean has(String id) {
    return read(id).isPresent();
  }

  /**
   * A change of a document. It may be made several times, each time on what is there then, and only
   * the last one counts.
   */
  interface Change<T> {
    /**
     * Changes the content.
     *
     * @param content empty when there is no document yet. Left as it is, nothing is written.
     * @param parts takes the documents that this one names and that nobody else writes
     */
    T to(ObjectNode content, DocumentParts parts);
  }

  /**
   * Changes a document and its parts: all of it or, if the change throws, nothing.
   *
   * @return what the change returned when it was written
   * @throws DeskException when others hold the document or change it for too long
   */
  <T> T change(String id, Change<T> change);

  /**
   * A document that nobody else can change until it is released.
   *
   * @param content empty when there is no document, or none can be stored
   * @param release may be called once
   */
  record Held(ObjectNode content, Runnable release) {}

  /** Keeps others from changing a document, who can read it meanwhile. */
  Held hold(String id);

  /**
   * Deletes documents, then all others that belong to some lists. Nothing may be left of them if
   * one that others write is among them.
   */
  void delete(Collection<String> ids, Collection<String> lists);

  /** Deletes a document so that its content is gone from the disk, then or soon after. */
  void erase(String id);

  /**
   * A list as it is found.
   *
   * @param id of its document
   * @param used its {@link #USED}
   * @param count its {@link #COUNT}
   * @param met the numbers of the articles that were asked for and are on it
   */
  record Found(String id, long used, int count, Set<Integer> met) {}

  /**
   * Finds lists, and those of some articles that are on them, by fingerprint or id.
   *
   * @param ids of their documents
   * @param articles of which a list must have one; none where it need not
   */
  List<Found> find(Collection<String> ids, List<ArticleRef> articles);

  /**
   * Those of some articles that a document of read marks lists, by fingerprint or id; empty where
   * the document must be read to know.
   */
  default Optional<Set<ArticleRef>> among(String id, Collection<ArticleRef> articles) {
    return Optional.empty();
  }

  /** Verifies what is stored of a document and its parts, unless the store always does. */
  default void check(String id) {}

  /** Deletes a damaged document with its parts, where nothing else lets it be written anew. */
  default void renew(String id) {}

  /** The error for a document that is not whole. */
  DeskException damaged(String id, String what);

  /** The folder of its files; empty where it is on other machines. */
  default Optional<Path> folder() {
    return Optional.empty();
  }

  /** Keeps others from changing any document, so that all can be copied as they are. */
  HeldDesk holdAll();
}
