package broadsheet.cli;

import broadsheet.address.SearchParameters;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.FilterOptions;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.VersionScope;
import broadsheet.query.QueryNode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The articles that count as hits, and their order, for commands that run one search. */
final class HitOptions {

  @Option(
      names = "--sort",
      paramLabel = "ORDER",
      defaultValue = "relevance",
      description =
          "The sort order: relevance, newest, oldest or added. Default: ${DEFAULT-VALUE}.")
  private SortOrder sort = SortOrder.RELEVANCE;

  @Option(
      names = "--versions",
      paramLabel = "WHICH",
      defaultValue = "latest",
      description =
          "latest finds the latest version of each article; all finds each version. Default:"
              + " ${DEFAULT-VALUE}.")
  private VersionScope versions = VersionScope.LATEST;

  @Mixin private FilterOptions filters;
  @Mixin private ModeOption mode;
  @Mixin private MatchOption match;

  /** The chosen mode; see {@link ModeOption#in}. */
  SearchMode mode(SearchEngine engine, CommonOptions common) {
    return mode.in(engine, common);
  }

  /** A request for one page of the hits. */
  SearchRequest request(QueryNode query, SearchMode searched, int page, int size) {
    return match.of(new SearchRequest(query, filters(), sort, page, size).in(searched));
  }

  /** The search as an address has it; see {@link ModeOption#in}. */
  SearchParameters parameters(String typed, SearchEngine engine, CommonOptions common) {
    return SearchParameters.none()
        .withText(typed)
        .withSort(sort)
        .withFilters(filters())
        .withMode(mode.in(engine, common))
        .withMatch(match.match());
  }

  private Filters filters() {
    return filters.filters().of(versions);
  }
}
