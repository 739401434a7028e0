package broadsheet.opensearch.desk;

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
 * and writes it if nobody else wrote it meanwhile; otherwise it is tried again on what is there
 * now. Thread-safe.
 */
final class DeskIndex {

  private static final Logger LOG = LoggerFactory.getLogger(DeskIndex.class);

  /** The format of the documents and their mapping. This program misreads any other one. */
  static final int FORMAT = 2;

  /** Without owners of searches; a program that knows no other would lose them. */
  private static final int FORMER_FORMAT = 1;

  /** The longest wait for the changes of others. */
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The last changes of a document, by which a change whose answer was lost knows itself. */
  private static final String CHANGES = "changes";

  private static final int MOST_CHANGES = 16;
  private static final int LONGEST_PAUSE_MS = 100;
  private static final int LOCKS = 32;

  /** Several times as long as nodes need to agree that a deletion is not needed any more. */
  private static final int MOST_EXPUNGED = 12;

  private static final Duration UNTIL_EXPUNGED = Duration.ofSeconds(15);

  private final Documents documents;

  /** Makes the threads of this program take turns, so that only other programs are in their way. */
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

  /** Whether the index is known to be there, in this format. */
  private volatile boolean isKnown;

  /** Whether it is in the former format, until something is written. */
  private volatile boolean isFormer;

  DeskIndex(Documents documents) {
    this.documents = documents;
  }

  /** Changes the content of a document, and may do so several times. */
  interface Change<T> {
    /**
     * Changes the content.
     *
     * @param content empty when there is no document yet. Left as it is, nothing is written.
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
   * @throws DeskException when it is of another format
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
    isFormer = format.equals(FORMER_FORMAT);
    if (!isFormer && !format.equals(FORMAT)) {
      throw new DeskException(
          "The index %s, which holds what readers keep, has format %s; this program knows %s. It is unchanged. Use the release of Broadsheet that wrote it, or restore a snapshot made with this one."
              .formatted(documents.index(), format, FORMAT));
    }
  }

  /** Creates the index where it is missing. */
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

  /** Keeps programs away that know the former format only. */
  private void leaveFormerFormat() {
    if (isFormer) {
      run(() -> documents.describe(DeskMapping.meta(FORMAT)));
      isFormer = false;
    }
  }

  /** The content of a document; empty when there is none. */
  Optional<ObjectNode> read(String id) {
    return isThere() ? kept(() -> documents.get(id)).map(Document::content) : Optional.empty();
  }

  /** The content of documents, by their ids; one that does not exist is absent. */
  Map<String, ObjectNode> read(Collection<String> ids) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    if (isThere() && !ids.isEmpty()) {
      kept(() -> documents.get(ids)).forEach((id, each) -> found.put(id, each.content()));
    }
    return found;
  }

  /**
   * Changes a document. Once this returns, the change outlives the loss of a node, and searches
   * find it.
   *
   * @param parts what the change adds to them is written before the document
   * @return what the change returned when it was written
   * @throws DeskException when the cluster does not confirm it, or others change the document all
   *     the time
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
        return tried.get(); // its answer was lost
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
      make(); // or a missing index would come into being by itself, without our mapping
    }
    leaveFormerFormat();
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

  /** Waits for a moment, so that whoever is in the way may finish. */
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

  /** Deletes a document, and a little later what the disks of the nodes still have of it. */
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

  /** Lets searches find all that was written, and nothing that was deleted. */
  void refresh() {
    run(documents::refresh);
  }

  /** The hits of a search; none when there is no index. */
  List<JsonNode> search(ObjectNode question) {
    return isThere() ? kept(() -> documents.search(question)) : List.of();
  }

  /** The error for a document that is not whole. */
  DeskException damaged(String what, String remedy) {
    return new DeskException("%s is damaged (%s). %s".formatted(documents.index(), what, remedy));
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
