package broadsheet.assistant;

import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.ParsedQuery;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds articles. */
final class SearchTool implements ArchiveTool {
  private static final String QUERY = "query";
  private static final String SIZE = "size";
  private static final String PAGE = "page";
  private static final String SORT = "sort";
  private static final String MATCH = "match";

  private static final int USUAL_SIZE = 10;
  private static final int MOST_HITS = 20;
  private static final int LAST_PAGE = 50;

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
  public String name() {
    return "search";
  }

  @Override
  public String title() {
    return "Search the archive";
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
  public Map<String, Object> arguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put(QUERY, ToolSchemas.query("what to find; empty for all articles"));
    arguments.put(SIZE, ToolSchemas.number("hits a page", 1, MOST_HITS, USUAL_SIZE));
    arguments.put(PAGE, ToolSchemas.number("the page, from 1", 1, LAST_PAGE, 1));
    arguments.put(
        SORT,
        ToolSchemas.choice(
            "the order of the hits",
            Arrays.stream(SortOrder.values())
                .map(order -> order.name().toLowerCase(Locale.ROOT))
                .toList()));
    arguments.put(
        MATCH,
        ToolSchemas.choice(
            "all: only articles with all the words; some: also those with enough of them; auto:"
                + " some from three words on",
            Arrays.stream(Match.values())
                .map(match -> match.name().toLowerCase(Locale.ROOT))
                .toList()));
    arguments.putAll(FilterArguments.schemas());
    return arguments;
  }

  @Override
  public List<String> required() {
    return List.of(QUERY);
  }

  @Override
  public Answer answer(ToolCall call, SearchEngine engine) {
    ParsedQuery query = call.query(call.text(QUERY));
    String sort = call.text(SORT);
    String match = call.text(MATCH);
    SearchRequest request =
        new SearchRequest(
                query.root(),
                FilterArguments.of(call),
                sort.isEmpty()
                    ? SortOrder.RELEVANCE
                    : SortOrder.valueOf(sort.toUpperCase(Locale.ROOT)),
                call.number(PAGE, 1),
                call.number(SIZE, USUAL_SIZE))
            .matching(match.isEmpty() ? Match.AUTO : Match.valueOf(match.toUpperCase(Locale.ROOT)))
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
