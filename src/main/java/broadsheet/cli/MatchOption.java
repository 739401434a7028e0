package broadsheet.cli;

import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import picocli.CommandLine.Option;

/** The articles that count as hits, for commands that search. */
final class MatchOption {

  @Option(
      names = "--match",
      paramLabel = "MATCH",
      defaultValue = "auto",
      description =
          "all finds only articles with all words; some also finds those that have enough of them,"
              + " in one list; auto means some for three words or more. Default: ${DEFAULT-VALUE}.")
  private Match match = Match.AUTO;

  /** The articles that count. */
  Match match() {
    return match;
  }

  /** A request for these articles. */
  SearchRequest of(SearchRequest request) {
    return request.matching(match);
  }
}
