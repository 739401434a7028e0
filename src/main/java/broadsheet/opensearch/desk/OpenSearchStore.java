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
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Documents in an index of a cluster. A change writes the parts first, then the document that names
 * them.
 */
final class OpenSearchStore implements Store {

  private static final int MOST_DELETED = 10_000;

  private final DeskIndex index;
  private final String backup;

  /**
   * @param backup a sentence on how to back up the index
   */
  OpenSearchStore(DeskIndex index, String backup) {
    this.index = index;
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
    T result = index.change(id, parts, content -> change.to(content, parts));
    try {
      index.deleteAll(parts.unneeded());
    } catch (DeskException e) {
      // the change is written, and no document names the leftovers
    }
    return result;
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
    return index.damaged(what, "Restore it from a snapshot.");
  }

  @Override
  public HeldDesk holdAll() {
    throw new DeskException(backup);
  }
}
