package broadsheet.opensearch.desk;

import broadsheet.article.ArticleRef;
import broadsheet.desk.DeskDamagedException;
import broadsheet.desk.DeskException;
import broadsheet.desk.DocumentParts;
import broadsheet.desk.HeldDesk;
import broadsheet.desk.Store;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Documents in an index of a cluster. A change writes the parts first, then the document that names
 * them. A holder writes a {@link Hold} into the document and renews it, see {@link HeldDocument}.
 * Others wait. When the hold is not renewed, they probe by writing to the document, and take over
 * only after several probes without an answer. A holder thus keeps its hold while nobody can write,
 * as while a node is replaced.
 */
final class OpenSearchStore implements Store {

  private static final int KNOCKS = 2;

  private static final int MOST_DELETED = 10_000;

  private final DeskIndex index;
  private final Duration lease;
  private final String backup;

  /**
   * @param lease the time after which a holder that renews nothing counts as dead
   * @param backup a sentence on how to back up the index
   */
  OpenSearchStore(DeskIndex index, Duration lease, String backup) {
    this.index = index;
    this.lease = lease;
    this.backup = backup;
  }

  @Override
  public String place() {
    return index.place();
  }

  @Override
  public boolean isThere() {
    return index.isThere();
  }

  @Override
  public Map<String, ObjectNode> read(Collection<String> ids) {
    return index.read(ids);
  }

  @Override
  public <T> T change(String id, Change<T> change) {
    DocumentParts parts = new DocumentParts();
    T result = whenFree(id, Hold.NONE, parts, content -> change.to(content, parts));
    try {
      index.deleteAll(parts.unneeded());
    } catch (DeskException e) {
      // the change is written, and no document names the leftovers
    }
    return result;
  }

  @Override
  public Held hold(String id) {
    Hold hold = Hold.by(UUID.randomUUID().toString());
    ObjectNode content = whenFree(id, hold, new DocumentParts(), ObjectNode::deepCopy);
    HeldDocument held = new HeldDocument(index, id, hold.holder(), lease);
    return new Held(content, held::release);
  }

  /**
   * Changes a document once nobody holds it.
   *
   * @param hold the hold on it after the change; {@link Hold#NONE} to leave it free
   */
  private <T> T whenFree(
      String id, Hold hold, DocumentParts parts, Function<ObjectNode, T> change) {
    long end = System.nanoTime() + DeskIndex.PATIENCE.toNanos();
    Silence silence = new Silence(lease.dividedBy(KNOCKS + 1));
    do {
      Optional<T> done =
          index.change(
              id,
              parts,
              document -> {
                Hold other = Hold.takenFrom(document);
                boolean isGone =
                    other.isNone() || (silence.isOver(other) && other.knocks() >= KNOCKS);
                if (!isGone) {
                  (silence.isOver(other) ? other.knocked() : other).putInto(document);
                  return Optional.empty();
                }
                T result = change.apply(document);
                hold.putInto(document);
                return Optional.of(result);
              });
      if (done.isPresent()) {
        return done.get();
      }
      DeskIndex.pause();
    } while (System.nanoTime() < end);
    throw new DeskException(
        "An update holds the saved searches in %s: wait until it is done, then try again."
            .formatted(place()));
  }

  /**
   * Detects that a holder has renewed nothing for a part of a lease. Uses only this machine's
   * clock, since others may differ.
   */
  private static final class Silence {
    private final Duration longest;
    private Hold last = Hold.NONE;
    private long since;

    Silence(Duration longest) {
      this.longest = longest;
    }

    boolean isOver(Hold hold) {
      if (!hold.equals(last)) {
        last = hold;
        since = System.nanoTime();
      }
      return System.nanoTime() - since > longest.toNanos();
    }
  }

  @Override
  public void delete(Collection<String> ids, Collection<String> lists) {
    index.deleteAll(ids);
    if (!lists.isEmpty()) {
      deleteOf(lists);
    }
  }

  private void deleteOf(Collection<String> lists) {
    ObjectNode question = JsonNodeFactory.instance.objectNode().put("size", MOST_DELETED);
    question.put("_source", false);
    ArrayNode values = question.putObject("query").putObject("terms").putArray(LIST);
    lists.forEach(values::add);
    List<String> ids;
    do {
      index.refresh();
      ids = index.search(question).stream().map(hit -> hit.path("_id").asText()).toList();
      index.deleteAll(ids);
    } while (!ids.isEmpty());
  }

  @Override
  public void erase(String id) {
    index.erase(id);
  }

  @Override
  public List<Found> find(Collection<String> ids, List<ArticleRef> articles) {
    return new ListSearch(index).find(ids, articles);
  }

  /** The error with its remedy. Lucene has checksums of its own, so the documents need none. */
  @Override
  public DeskDamagedException damaged(String id, String what) {
    return index.damaged(
        what,
        id.equals(ARRIVALS)
            ? "Where the archive is sound, an update (index --update) replaces the copy."
            : "Restore it from a snapshot.");
  }

  @Override
  public HeldDesk holdAll() {
    throw new DeskException(backup);
  }
}
