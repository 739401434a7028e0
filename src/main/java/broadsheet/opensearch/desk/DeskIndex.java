package broadsheet.opensearch.desk;

import broadsheet.desk.DeskDamagedException;
import broadsheet.desk.DeskException;
import broadsheet.desk.DocumentParts;
import broadsheet.engine.EngineException;
import broadsheet.opensearch.Documents;
import broadsheet.opensearch.Documents.Document;
import broadsheet.opensearch.Documents.Version;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The index of a desk. It is created when something is first written. A change reads one document
 * and writes it unless others wrote it meanwhile; otherwise it is tried again on the new content.
 * Thread-safe.
 */
final class DeskIndex {

  private static final Logger LOG = LoggerFactory.getLogger(DeskIndex.class);

  /** The format of the documents and their mapping. This program would misread any other. */
  static final int FORMAT = 2;

  /** The longest wait for others' changes. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * The field with the names of a document's last changes, by which a change finds out whether it
   * was written when the answer was lost.
   */
  private static final String CHANGES = "changes";

  private static final int MOST_CHANGES = 16;
  private static final int LONGEST_PAUSE_MS = 100;
  private static final int LOCKS = 32;

  /**
   * Enough attempts to wait several times as long as nodes need to agree that a deletion can be
   * forgotten.
   */
  private static final int MOST_EXPUNGED = 12;

  private static final Duration UNTIL_EXPUNGED = Duration.ofSeconds(15);

  private final Documents documents;

  /**
   * Makes the threads of this program take turns, so that only other programs can conflict with
   * them.
   */
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

  /** Whether the index is known to exist in a supported format. */
  private volatile boolean isKnown;

  DeskIndex(Documents documents) {
    this.documents = documents;
  }

  /** A change of a document's content, which may be made several times. */
  interface Change<T> {
    /**
     * Changes the content.
     *
     * @param content the current content; empty when there is no document yet. If it stays
     *     unchanged, nothing is written.
     */
    T to(ObjectNode content);
  }

  /** The place of the index, in words for a message. */
  String place() {
    return "the index " + documents.index() + " of the cluster";
  }

  /**
   * Whether there is an index.
   *
   * @throws DeskException when it has another format
   */
  boolean isThere() {
    if (!isKnown) {
      Optional<Map<String, Object>> meta = kept(documents::meta);
      meta.ifPresent(this::requireFormat);
      isKnown = meta.isPresent();
    }
    return isKnown;
  }

  private void requireFormat(Map<String, Object> meta) {
    Object format = meta.getOrDefault("format", "none");
    if (!format.equals(FORMAT)) {
      throw new DeskException(
          "The index %s, which holds what readers keep, has format %s; this program knows %s. It is unchanged. Use the release of Broadsheet that wrote it, or restore a snapshot made with this one."
              .formatted(documents.index(), format, FORMAT));
    }
  }

  /** Creates the index if it is missing. */
  private void make() {
    isKnown = false;
    if (!isThere()) {
      kept(
          () -> {
            documents.create(DeskMapping.of(FORMAT));
            return "";
          });
      isThere();
    }
  }

  /** The content of a document; empty when there is none. */
  Optional<ObjectNode> read(String id) {
    return isThere() ? kept(() -> documents.get(id)).map(Document::content) : Optional.empty();
  }

  /** The content of documents, by their ids; missing ones are absent. */
  Map<String, ObjectNode> read(Collection<String> ids) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    if (isThere() && !ids.isEmpty()) {
      kept(() -> documents.get(ids)).forEach((id, each) -> found.put(id, each.content()));
    }
    return found;
  }

  /**
   * Changes a document. When this returns, the change outlives the loss of a node, and searches
   * find it.
   *
   * @param parts the parts that the change adds, which are written before the document
   * @return the result of the change that was written
   * @throws DeskException when the cluster does not confirm it, or others keep changing the
   *     document
   */
  <T> T change(String id, DocumentParts parts, Change<T> change) {
    Lock lock = locks[Math.floorMod(id.hashCode(), locks.length)];
    lock.lock();
    try {
      return changeWithOthers(id, parts, change);
    } finally {
      lock.unlock();
    }
  }

  private <T> T changeWithOthers(String id, DocumentParts parts, Change<T> change) {
    String name = UUID.randomUUID().toString();
    long end = System.nanoTime() + PATIENCE.toNanos();
    Optional<T> tried = Optional.empty();
    do {
      Optional<Document> read = isThere() ? kept(() -> documents.get(id)) : Optional.empty();
      ObjectNode before =
          read.map(Document::content).orElseGet(JsonNodeFactory.instance::objectNode);
      if (tried.isPresent() && isNamed(before, name)) {
        return tried.get(); // the answer was lost, but not the change
      }
      ObjectNode after = before.deepCopy();
      parts.begin();
      T result = change.to(after);
      if (after.equals(before)
          || put(id, read.map(Document::version), named(after, name), parts.written())) {
        return result;
      }
      tried = Optional.of(result);
      pause();
    } while (System.nanoTime() < end);
    throw new DeskException(
        "Others are changing %s: wait until they are done, then try again.".formatted(place()));
  }

  private boolean put(
      String id, Optional<Version> read, ObjectNode content, Map<String, ObjectNode> parts) {
    if (read.isEmpty()) {
      make(); // or the cluster would create a missing index by itself, without our mapping
    }
    if (!parts.isEmpty()) {
      run(() -> documents.putAll(parts));
    }
    return kept(() -> documents.put(id, read, content));
  }

  private static boolean isNamed(ObjectNode content, String name) {
    return content.path(CHANGES).valueStream().anyMatch(each -> each.asText().equals(name));
  }

  private static ObjectNode named(ObjectNode content, String name) {
    List<JsonNode> last = content.path(CHANGES).valueStream().toList();
    ArrayNode names = content.putArray(CHANGES);
    last.stream().skip(Math.max(0, last.size() - MOST_CHANGES + 1)).forEach(names::add);
    names.add(name);
    return content;
  }

  /** Waits for a moment, so that others can finish. */
  static void pause() {
    try {
      Thread.sleep(1 + ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeskException("Interrupted while waiting for the cluster.", e);
    }
  }

  /** Deletes documents. */
  void deleteAll(Collection<String> ids) {
    if (!ids.isEmpty() && isThere()) {
      run(() -> documents.deleteAll(ids));
    }
  }

  /** Deletes a document, and a little later its remains on the disks of the nodes. */
  void erase(String id) {
    if (read(id).isPresent()) {
      run(() -> documents.deleteAll(List.of(id)));
      Thread.ofVirtual().name("desk-erased").start(this::expunge);
    }
  }

  private void expunge() {
    try {
      for (int i = 0; i < MOST_EXPUNGED && !documents.expunge(); i++) {
        Thread.sleep(UNTIL_EXPUNGED);
      }
    } catch (EngineException e) {
      LOG.warn("What was erased stays on the disks of the cluster for now: {}", e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Makes all that was written visible to searches, and hides all that was deleted. */
  void refresh() {
    run(documents::refresh);
  }

  /** The hits of a search; none when there is no index. */
  List<JsonNode> search(ObjectNode question) {
    return isThere() ? kept(() -> documents.search(question)) : List.of();
  }

  /** The error for a damaged document. */
  DeskDamagedException damaged(String what, String remedy) {
    return new DeskDamagedException(
        "%s is damaged (%s). %s".formatted(documents.index(), what, remedy), null);
  }

  private static void run(Runnable task) {
    kept(
        () -> {
          task.run();
          return "";
        });
  }

  private static <T> T kept(Supplier<T> task) {
    try {
      return task.get();
    } catch (EngineException e) {
      throw new DeskException(String.valueOf(e.getMessage()), e);
    }
  }
}
