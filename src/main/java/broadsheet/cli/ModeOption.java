package broadsheet.cli;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchMode;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The search mode, for commands that run one search. */
final class ModeOption {

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "lexical",
      description =
          "lexical matches words; hybrid also matches the meaning of plain words, in an index made"
              + " with index --semantic. Default: ${DEFAULT-VALUE}.")
  private SearchMode mode = SearchMode.LEXICAL;

  /**
   * The chosen mode.
   *
   * @throws UsageException if the engine cannot search by it
   */
  SearchMode in(SearchEngine engine, CommonOptions common) {
    Optional<String> missing =
        mode == SearchMode.HYBRID ? engine.missingMeaning() : Optional.empty();
    if (missing.isPresent()) {
      throw new UsageException(common.completed(missing.get()), null);
    }
    return mode;
  }
}
