package broadsheet.desk;

import broadsheet.article.ArticleRef;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents in memory. The first attempt of every change is thrown away, so that only the last one
 * counts.
 */
final class MemoryStore implements Store {

  private final Map<String, ObjectNode> documents = new ConcurrentHashMap<>();
  private final Map<String, Semaphore> locks = new ConcurrentHashMap<>();

  @Override
  public String place() {
    return "memory";
  }

  @Override
  public boolean isThere() {
    return !locks.isEmpty();
  }

  @Override
  public Map<String, ObjectNode> read(Collection<String> ids) {
    Map<String, ObjectNode> found = new LinkedHashMap<>();
    for (String id : ids) {
      ObjectNode document = documents.get(id);
      if (document != null) {
        found.put(id, document.deepCopy());
      }
    }
    return found;
  }

  private Runnable locked(String id) {
    Semaphore lock = locks.computeIfAbsent(id, _ -> new Semaphore(1));
    lock.acquireUninterruptibly();
    return lock::release;
  }

  @Override
  public <T> T change(String id, Change<T> change) {
    Runnable release = locked(id);
    try {
      DocumentParts parts = new DocumentParts();
      attempt(id, change, parts);
      documents.putAll(parts.written());
      parts.begin();
      ObjectNode content = content(id);
      T result = change.to(content, parts);
      documents.putAll(parts.written());
      if (!content.isEmpty()) {
        documents.put(id, content);
      }
      documents.keySet().removeAll(parts.unneeded());
      return result;
    } finally {
      release.run();
    }
  }

  private <T> void attempt(String id, Change<T> change, DocumentParts parts) {
    parts.begin();
    change.to(content(id), parts);
  }

  private ObjectNode content(String id) {
    return read(id).orElseGet(JsonNodeFactory.instance::objectNode);
  }

  @Override
  public void delete(Collection<String> ids, Collection<String> lists) {
    documents.keySet().removeAll(ids);
    documents.values().removeIf(document -> lists.contains(document.path(LIST).asText()));
  }

  @Override
  public void erase(String id) {
    documents.remove(id);
  }

  @Override
  public List<Found> find(Collection<String> ids, List<ArticleRef> articles) {
    List<Found> found = new ArrayList<>();
    read(ids)
        .forEach(
            (id, document) -> {
              Set<Integer> met =
                  IntStream.range(0, articles.size())
                      .filter(i -> has(document, articles.get(i)))
                      .boxed()
                      .collect(Collectors.toSet());
              if (articles.isEmpty() || !met.isEmpty()) {
                long used = document.path(USED).asLong();
                found.add(new Found(id, used, document.path(COUNT).asInt(), met));
              }
            });
    return found;
  }

  private static boolean has(JsonNode list, ArticleRef article) {
    return list.path(ENTRIES)
        .valueStream()
        .anyMatch(
            entry ->
                entry.path(FINGERPRINT).asText().equals(article.fingerprint())
                    || entry.path(ARTICLE).asText().equals(article.id()));
  }

  @Override
  public DeskDamagedException damaged(String id, String what) {
    return new DeskDamagedException("%s is damaged (%s)".formatted(id, what), null);
  }

  @Override
  public HeldDesk holdAll() {
    throw new DeskException("memory is not backed up");
  }

  /** The ids of all documents. */
  Set<String> ids() {
    return documents.keySet();
  }
}
