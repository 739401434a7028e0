package broadsheet.lucene.explain;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.lucene.search.Explanation;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;

/**
 * Scores single queries on one article, and finds their matches in it. Not thread-safe.
 *
 * @param document its document number
 */
record ArticleScorer(IndexSearcher searcher, int document, StoredArticle stored) {

  /** The most printed forms of a match that are reported. */
  private static final int MOST_FORMS = 5;

  private static final int LONGEST_FORM = 60;

  static ArticleScorer of(int document, IndexSearcher searcher) throws IOException {
    return new ArticleScorer(
        searcher, document, new StoredArticle(searcher.storedFields().document(document)));
  }

  /** The same article with another searcher over the same reader. */
  ArticleScorer by(IndexSearcher other) {
    return new ArticleScorer(other, document, stored);
  }

  boolean matches(Query query) throws IOException {
    return searcher.explain(query, document).isMatch();
  }

  /** The score a query gives the article; 0 if it does not match. */
  double score(Query query) throws IOException {
    return searcher.explain(query, document).getValue().doubleValue();
  }

  /** Lucene's explanation of that score. */
  Explanation account(Query query) throws IOException {
    return searcher.explain(query, document);
  }

  /** The places where a query matches the article. */
  Spots spots(Query query) throws IOException {
    Optional<MatchMarker.Matched> matched = new MatchMarker(searcher, query).in(document);
    Map<QueryField, Integer> counts = new LinkedHashMap<>();
    Map<String, String> forms = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (QueryField field : QueryField.values()) {
      List<Mark> places = matched.isPresent() ? matched.get().places(field) : List.of();
      if (!places.isEmpty()) {
        counts.put(field, places.size());
        String text = text(field);
        places.forEach(place -> form(text, place).ifPresent(f -> forms.putIfAbsent(f, f)));
      }
    }
    return new Spots(counts, forms.values().stream().limit(MOST_FORMS).toList());
  }

  /**
   * The places of a match in an article.
   *
   * @param counts the number of places in each field that has any
   * @param forms a few of the printed forms of the match
   */
  record Spots(Map<QueryField, Integer> counts, List<String> forms) {

    static Spots none() {
      return new Spots(Map.of(), List.of());
    }
  }

  /** The text that offsets in a field refer to. */
  private String text(QueryField field) {
    return field == QueryField.FURNITURE
        ? stored.wholeBody()
        : String.join(StoredArticle.PARAGRAPH_BREAK, stored.values(field.holder()));
  }

  private static Optional<String> form(String text, Mark place) {
    if (place.end() > text.length()) {
      return Optional.empty();
    }
    String printed = text.substring(place.start(), place.end()).replaceAll("\\s+", " ");
    return Optional.of(
        printed.length() <= LONGEST_FORM ? printed : printed.substring(0, LONGEST_FORM - 1) + "…");
  }
}
