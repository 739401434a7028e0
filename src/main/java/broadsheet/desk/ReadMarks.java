package broadsheet.desk;

import broadsheet.article.ArticleRef;
import broadsheet.article.Sha256;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The articles that each user has read: a document for each user, without the user's name. Kept
 * only for users who switched read marks on, seen by nobody else, and erased when they are switched
 * off. Thread-safe, and safe between processes.
 */
public final class ReadMarks {

  /** The most marks of a user; the oldest are dropped. */
  public static final int MOST = 10_000;

  private static final String MARKS = "marks";

  private final Store store;

  ReadMarks(Store store) {
    this.store = store;
  }

  /** The id of a user's document: a digest, since names may be long and contain any character. */
  static String document(String user) {
    return "read-" + HexFormat.of().formatHex(Sha256.of(user));
  }

  /** The marks of a document, the most recent last. */
  private static List<ArticleRef> marks(JsonNode document) {
    return document
        .path(Store.CONTENT)
        .path(MARKS)
        .valueStream()
        .map(each -> new ArticleRef(each.path(0).asText(), each.path(1).asText()))
        .toList();
  }

  private static void write(List<ArticleRef> marks, ObjectNode document) {
    ArrayNode all = document.putObject(Store.CONTENT).putArray(MARKS);
    marks.stream()
        .skip(Math.max(0, marks.size() - MOST))
        .forEach(mark -> all.addArray().add(mark.id()).add(mark.fingerprint()));
  }

  /**
   * Whether a user's marks are kept.
   *
   * @throws DeskException when that cannot be read
   */
  public boolean isOn(String user) {
    return store.has(document(user));
  }

  /**
   * Begins to keep a user's marks.
   *
   * @throws DeskException when that cannot be stored
   */
  public void turnOn(String user) {
    take(user, List.of());
  }

  /**
   * Begins to keep a user's marks and adds these as older than the user's own, the most recent
   * last.
   */
  private void take(String user, List<ArticleRef> articles) {
    store.change(
        document(user),
        (content, _) -> {
          List<ArticleRef> own = marks(content);
          Set<ArticleRef> both = same(articles, own);
          write(
              Stream.concat(articles.stream().filter(each -> !both.contains(each)), own.stream())
                  .toList(),
              content);
          return user;
        });
  }

  /** Gives a user's marks to another, as older than the other's own. */
  void give(String user, String other) {
    if (isOn(user)) {
      take(other, all(user).reversed());
      erase(user);
    }
  }

  /**
   * Erases a user's marks for good and stops keeping them.
   *
   * @throws DeskException when they cannot be erased
   */
  public void erase(String user) {
    store.erase(document(user));
  }

  /**
   * Marks an article as read or unread. Does nothing for a user whose marks are not kept.
   *
   * @throws DeskException when that cannot be stored
   */
  public void mark(String user, ArticleRef article, boolean isRead) {
    store.change(
        document(user),
        (content, _) -> {
          if (!content.isEmpty()) {
            List<ArticleRef> marks = new ArrayList<>(marks(content));
            marks.removeAll(same(marks, List.of(article)));
            if (isRead) {
              marks.add(article);
            }
            write(marks, content);
          }
          return isRead;
        });
  }

  /** The articles that are among others, by fingerprint or id. */
  private static Set<ArticleRef> same(Collection<ArticleRef> some, Collection<ArticleRef> others) {
    Set<String> fingerprints =
        others.stream().map(ArticleRef::fingerprint).collect(Collectors.toSet());
    Set<String> ids = others.stream().map(ArticleRef::id).collect(Collectors.toSet());
    return some.stream()
        .filter(each -> fingerprints.contains(each.fingerprint()) || ids.contains(each.id()))
        .collect(Collectors.toSet());
  }

  /**
   * Returns the given articles that a user has read, by fingerprint or id.
   *
   * @throws DeskException when that cannot be read
   */
  public Set<ArticleRef> among(String user, Collection<ArticleRef> articles) {
    return store.among(document(user), articles).orElseGet(() -> same(articles, all(user)));
  }

  /**
   * The articles a user has read, the most recent first.
   *
   * @throws DeskException when they cannot be read
   */
  public List<ArticleRef> all(String user) {
    return store.read(document(user)).map(ReadMarks::marks).orElse(List.of()).reversed();
  }
}
