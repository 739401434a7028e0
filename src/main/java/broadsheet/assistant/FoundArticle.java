package broadsheet.assistant;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit, in the form that an assistant receives. Fields that the article does not state are null.
 *
 * @param id the id to pass to {@code read_article}
 * @param publishedAt ISO 8601, as precisely as known
 * @param snippets sentences that show why it was found
 * @param missing the parts of the query that it lacks
 * @param reprints the number of other matching articles that are near-duplicates of it
 * @param link its page on the server; null if the server’s address is not known
 */
record FoundArticle(
    String id,
    String title,
    @Nullable String publishedAt,
    @Nullable String source,
    @Nullable String language,
    List<String> snippets,
    List<String> missing,
    long reprints,
    @Nullable String link) {

  private static final int LONGEST_TITLE = 300;
  private static final int LONGEST_SNIPPET = 600;

  static FoundArticle of(Hit hit, ArticleLinks links) {
    return new FoundArticle(
        hit.id(),
        TextPiece.first(hit.title().text(), LONGEST_TITLE),
        filled(hit.publishedAt().iso()),
        first(hit.plain(FacetField.SOURCE)),
        first(hit.plain(FacetField.LANGUAGE)),
        hit.snippets().stream()
            .map(MarkedText::text)
            .map(text -> TextPiece.first(text, LONGEST_SNIPPET))
            .toList(),
        hit.missing(),
        hit.similar(),
        links.to(hit.id()));
  }

  static @Nullable String filled(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.getFirst();
  }
}
