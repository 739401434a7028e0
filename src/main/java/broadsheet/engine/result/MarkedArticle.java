package broadsheet.engine.result;

import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.query.QueryField;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole article with the matches of a query marked. The marked parts replace the article's own,
 * in the same order.
 *
 * @param values the keyword values, as in {@link Hit}
 * @param notes why some marks are missing (no time, too many words of a pattern), a sentence each
 * @param names the names found in it, in the order of its texts
 * @param reprints the other articles of its family, oldest first, at most {@value #MAX_REPRINTS}
 */
public record MarkedArticle(
    Article article,
    MarkedText title,
    MarkedText standfirst,
    MarkedText dateline,
    List<MarkedText> paragraphs,
    List<MarkedText> captions,
    List<MarkedText> corrections,
    List<MarkedText> related,
    Map<QueryField, List<MarkedText>> values,
    List<Note> notes,
    List<NamedPlace> names,
    List<Reprint> reprints) {

  /** The most reprints that are listed. */
  public static final int MAX_REPRINTS = 100;

  public MarkedArticle {
    paragraphs = List.copyOf(paragraphs);
    captions = List.copyOf(captions);
    corrections = List.copyOf(corrections);
    related = List.copyOf(related);
    notes = List.copyOf(notes);
    names = List.copyOf(names);
    reprints = List.copyOf(reprints);
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The values of one facet; empty when there are none. */
  public List<MarkedText> values(FacetField facet) {
    return values.getOrDefault(QueryField.valueOf(facet.name()), List.of());
  }

  /** This article with its reprints. */
  public MarkedArticle with(List<Reprint> others) {
    return with(article, paragraphs, others);
  }

  /** This article with its paragraphs divided otherwise. */
  public MarkedArticle with(Article divided, List<MarkedText> others) {
    return with(divided, others, reprints);
  }

  private MarkedArticle with(Article its, List<MarkedText> body, List<Reprint> others) {
    return new MarkedArticle(
        its,
        title,
        standfirst,
        dateline,
        body,
        captions,
        corrections,
        related,
        values,
        notes,
        names,
        others);
  }
}
