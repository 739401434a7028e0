package broadsheet.export;

import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.desk.ListEntry;
import broadsheet.engine.SearchEngine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Articles of the archive as entries to be put on a list.
 *
 * @param entries in the order they were asked for
 * @param unknown ids without an article
 */
public record NewEntries(List<ListEntry> entries, List<String> unknown) {

  /** The longest headline kept; a longer one is cut. */
  private static final int LONGEST_TITLE = 300;

  /** Entries for the articles with these ids, without notes. */
  public static NewEntries of(List<String> ids, SearchEngine engine) {
    Map<String, String> withoutNotes = new LinkedHashMap<>();
    ids.forEach(id -> withoutNotes.put(id, ""));
    return of(withoutNotes, engine);
  }

  /**
   * Entries for the articles with these ids.
   *
   * @param notes by id
   */
  public static NewEntries of(Map<String, String> notes, SearchEngine engine) {
    Map<String, ArticleRef> refs = engine.refs(notes.keySet());
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    List<ListEntry> entries = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    notes.forEach(
        (id, note) -> {
          ArticleRef ref = refs.get(id);
          if (ref == null) {
            unknown.add(id);
          } else {
            engine.article(id).ifPresent(article -> entries.add(entry(ref, article, note, now)));
          }
        });
    return new NewEntries(entries, unknown);
  }

  private static ListEntry entry(ArticleRef ref, Article article, String note, Instant now) {
    return new ListEntry(
        ref,
        title(article),
        article.source(),
        article.publishedAt().iso(),
        WebAddress.of(article.url()),
        note,
        now);
  }

  private static String title(Article article) {
    String title = article.headline();
    return title.length() <= LONGEST_TITLE
        ? title
        : title.substring(0, title.offsetByCodePoints(0, title.codePointCount(0, LONGEST_TITLE)))
            + "…";
  }
}
