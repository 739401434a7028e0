package broadsheet.web.lists;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.desk.ListEntry;
import broadsheet.engine.SearchEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An entry of a list, and what has become of its article. Immutable.
 *
 * @param entry as kept
 * @param id the article's id today; empty if it is gone from the archive
 */
public record ListedArticle(ListEntry entry, Optional<String> id) {

  /** The entries with what has become of their articles, in the same order. */
  public static List<ListedArticle> of(List<ListEntry> entries, SearchEngine engine) {
    Map<?, String> ids = engine.idsOf(entries.stream().map(ListEntry::article).toList());
    return entries.stream()
        .map(entry -> new ListedArticle(entry, Optional.ofNullable(ids.get(entry.article()))))
        .toList();
  }

  /** The article or, if it is gone, what the list knows of it, which is no text. */
  Article article(SearchEngine engine) {
    return id.flatMap(engine::article).orElseGet(this::remembered);
  }

  private Article remembered() {
    return Article.withId(entry.article().id())
        .title(entry.title())
        .source(entry.source())
        .url(entry.url())
        .publishedAt(date())
        .build();
  }

  /** Its date, as far as it is known. */
  PublicationDate date() {
    return entry.date().isEmpty()
        ? PublicationDate.unknown()
        : PublicationDate.stated(entry.date());
  }
}
