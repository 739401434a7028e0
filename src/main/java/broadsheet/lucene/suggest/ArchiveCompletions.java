package broadsheet.lucene.suggest;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.lucene.part.AnyQuestion;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The data that completions are made from, in all parts of an archive. Not thread-safe. */
public final class ArchiveCompletions {

  /** The number of queries that parts on other machines are asked at once, at most. */
  private static final int AT_ONCE = 10;

  private final IndexParts parts;
  private final Map<QueryNode, Boolean> known = new HashMap<>();
  private final Map<NameQuestion.BeginningQuestion, Map<FacetField, List<NameEntry>>> names =
      new HashMap<>();
  private List<QueryNode> announced = List.of();

  public ArchiveCompletions(IndexParts parts) {
    this.parts = parts;
  }

  /** The terms of the archive. */
  Dictionary dictionary() {
    return parts.budget().snapshot().dictionary();
  }

  /** The languages of its articles. */
  ArticleLanguages languages() {
    return parts.budget().snapshot().languages();
  }

  /** The approximate number of different values in a field. */
  long values(String field) throws IOException {
    return dictionary().values(field);
  }

  /** The names found in the articles; the parts are asked once for those of all facets. */
  List<NameEntry> names(FacetField facet, String typed, boolean isWithin, int most)
      throws IOException {
    var asked = new NameQuestion.BeginningQuestion(typed, isWithin, most);
    Map<FacetField, List<NameEntry>> beginning = names.get(asked);
    if (beginning == null) {
      beginning =
          parts.format().names().isFound() ? TableAnswers.beginning(asked, parts) : Map.of();
      names.put(asked, beginning);
    }
    return beginning.getOrDefault(facet, List.of());
  }

  /** Announces the places that are requested next. */
  void announcePlaces(List<PlacesQuestion> wanted) {
    wanted.forEach(parts::announce);
  }

  /** A sample of the places where a text is printed. */
  List<TextContinuation> places(PlacesQuestion wanted) throws IOException {
    return TextContinuations.places(wanted, parts);
  }

  /**
   * Announces the queries that {@link #hasAny} may be called with next, so that parts on other
   * machines get several in one request.
   */
  void announce(List<QueryNode> queries) {
    announced = parts.isOne() ? List.of() : queries;
  }

  /** Whether a query finds anything. */
  boolean hasAny(QueryNode query) throws IOException {
    if (!known.containsKey(query)) {
      List<QueryNode> asked =
          Stream.concat(Stream.of(query), announced.stream())
              .filter(each -> !known.containsKey(each))
              .distinct()
              .limit(AT_ONCE)
              .toList();
      List<Boolean> isAny = AnyQuestion.of(asked, Filters.none(), parts);
      for (int i = 0; i < asked.size(); i++) {
        known.put(asked.get(i), isAny.get(i));
      }
    }
    return known.getOrDefault(query, false);
  }
}
