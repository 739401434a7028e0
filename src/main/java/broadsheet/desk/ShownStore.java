package broadsheet.desk;

import broadsheet.article.ArticleRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A store whose lists show only some articles to those who read and change them, and keep the
 * others. Thread-safe, and safe between processes.
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
    HiddenEntries.takenFrom(shown, ids);
    return shown;
  }

  /** Hidden entries are taken out before the change and put back in their places after it. */
  @Override
  public <T> T change(String id, Change<T> change) {
    return whole.change(
        id,
        (content, parts) -> {
          if (!ListDocument.isList(id)) {
            return change.to(content, parts);
          }
          HiddenEntries hidden = HiddenEntries.takenFrom(content, ids);
          T result = change.to(content, parts);
          hidden.putInto(content);
          return result;
        });
  }

  @Override
  public void delete(Collection<String> all, Collection<String> lists) {
    whole.delete(all, lists);
  }

  @Override
  public void erase(String id) {
    whole.erase(id);
  }

  /** Counts and finds only the articles that are shown. */
  @Override
  public List<Found> find(Collection<String> lists, List<ArticleRef> articles) {
    List<Found> found = whole.find(lists, articles);
    Map<String, ObjectNode> read = read(found.stream().map(Found::id).toList());
    return found.stream()
        .map(each -> shown(each, read.get(each.id()), articles))
        .filter(each -> articles.isEmpty() || !each.met().isEmpty())
        .toList();
  }

  private static Found shown(
      Found found, @Nullable ObjectNode document, List<ArticleRef> articles) {
    Set<String> on = new HashSet<>();
    JsonNode entries = document == null ? MissingNode.getInstance() : document.path(ENTRIES);
    for (JsonNode entry : entries) {
      on.add(entry.path(ARTICLE).asText());
      on.add(entry.path(FINGERPRINT).asText());
    }
    Set<Integer> met =
        found.met().stream()
            .filter(
                at ->
                    on.contains(articles.get(at).id())
                        || on.contains(articles.get(at).fingerprint()))
            .collect(Collectors.toSet());
    return new Found(found.id(), found.used(), entries.size(), met);
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
