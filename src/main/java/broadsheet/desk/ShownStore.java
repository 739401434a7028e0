package broadsheet.desk;

import broadsheet.article.ArticleRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A store whose lists show only some articles to those who read them. A change is made to whole
 * lists, so that it keeps what its author does not see. Thread-safe, and safe between processes.
 *
 * @param whole the store with everything
 * @param ids whether a list shows the article of an id
 */
record ShownStore(Store whole, Predicate<String> ids) implements Store {

  @Override
  public String place() {
    return whole.place();
  }

  @Override
  public boolean isThere() {
    return whole.isThere();
  }

  @Override
  public Map<String, ObjectNode> read(Collection<String> all) {
    Map<String, ObjectNode> read = new HashMap<>(whole.read(all));
    read.replaceAll((id, document) -> ListDocument.isList(id) ? shown(document) : document);
    return read;
  }

  @Override
  public boolean has(String id) {
    return whole.has(id);
  }

  private ObjectNode shown(ObjectNode document) {
    ObjectNode shown = document.deepCopy();
    if (shown.get(ENTRIES) instanceof ArrayNode entries) {
      keepShown(entries);
      shown.put(COUNT, entries.size());
    }
    if (shown.path(CONTENT).get(ListDocument.TAKEN) instanceof ArrayNode taken) {
      keepShown(taken);
    }
    return shown;
  }

  private void keepShown(ArrayNode articles) {
    List<JsonNode> kept = new ArrayList<>();
    articles.forEach(
        each -> {
          if (ids.test(each.path(ARTICLE).asText())) {
            kept.add(each);
          }
        });
    articles.removeAll().addAll(kept);
  }

  @Override
  public <T> T change(String id, Change<T> change) {
    return whole.change(id, change);
  }

  @Override
  public void delete(Collection<String> all, Collection<String> lists) {
    whole.delete(all, lists);
  }

  @Override
  public void erase(String id) {
    whole.erase(id);
  }

  /** The counts are those of the articles that are shown. */
  @Override
  public List<Found> find(Collection<String> lists, List<ArticleRef> articles) {
    List<Found> found = whole.find(lists, articles);
    Map<String, ObjectNode> read = read(found.stream().map(Found::id).toList());
    return found.stream()
        .map(
            each ->
                new Found(
                    each.id(),
                    each.used(),
                    Optional.ofNullable(read.get(each.id()))
                        .map(document -> document.path(COUNT).asInt())
                        .orElse(0),
                    each.met()))
        .toList();
  }

  @Override
  public Optional<Set<ArticleRef>> among(String id, Collection<ArticleRef> articles) {
    return whole.among(id, articles);
  }

  @Override
  public void check(String id) {
    whole.check(id);
  }

  @Override
  public DeskDamagedException damaged(String id, String what) {
    return whole.damaged(id, what);
  }

  @Override
  public Optional<Path> folder() {
    return whole.folder();
  }

  @Override
  public HeldDesk holdAll() {
    return whole.holdAll();
  }
}
