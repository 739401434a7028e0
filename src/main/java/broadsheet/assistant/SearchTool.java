package broadsheet.assistant;

import broadsheet.address.ParameterValues;
import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameters;
import broadsheet.query.ParsedQuery;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds articles by a query, with snippets. */
final class SearchTool implements ArchiveTool {

  private final ArticleLinks links;

  SearchTool(ArticleLinks links) {
    this.links = links;
  }

  /**
   * A page of hits.
   *
   * @param articles the number of matching articles
   * @param isExact whether that number is exact; if not, it is a lower bound, and a note says why
   * @param hits the hits of this page
   * @param hasMore whether there is another page
   * @param clauses if nothing matches: what each part of the query finds alone
   * @param lookedAt the articles among which nothing or the oldest was found; null for others
   * @param didYouMean other spellings that find something, or far more
   */
  record Answer(
      QueryRead query,
      long articles,
      boolean isExact,
      List<FoundArticle> hits,
      boolean hasMore,
      List<PartFound> clauses,
      List<String> didYouMean,
      @Nullable String lookedAt) {}

  @Override
  public ArchiveOperation operation() {
    return ArchiveOperation.SEARCH;
  }

  @Override
  public String description() {
    return "Finds articles of this news archive by words. Returns how the query was read, how many"
        + " articles match, and a page of hits with snippets. One or two words are both"
        + " wanted; of three or more the best matches come first, and each hit says what it"
        + " lacks. AND, OR, -word, \"phrase\", word*, a w/5 b, source:name,"
        + " date:1987-02..1987-04 and more work: describe_archive lists every form. No query"
        + " is an error; the notes say what was changed.";
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    ParsedQuery query = call.query();
    ParameterValues values = call.values();
    SearchRequest request =
        new SearchRequest(
                query.root(),
                call.filters(),
                values.choice(Parameters.SORT, SortOrder.class),
                values.number(Parameters.PAGE),
                values.number(Parameters.SIZE))
            .matching(values.choice(Parameters.MATCH, Match.class))
            .withoutCounts();
    SearchResults results = engine.search(request);
    return new Answer(
        QueryRead.of(query, results.notes()),
        results.total(),
        !results.completeness().isLowerBound(),
        results.hits().stream().map(hit -> FoundArticle.of(hit, links)).toList(),
        results.next().isPresent(),
        PartFound.of(results),
        results.didYouMean(),
        LookedAt.after(request, results, engine).map(LookedAt::text).orElse(null));
  }
}
