package broadsheet.web.results;

import broadsheet.address.SearchParameters;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.PlainWords;
import java.util.Arrays;

/** Advises search by meaning where few articles have all the words of a question. */
final class MeaningAdvice {

  /** The fewest words of a question; shorter queries say little about what is meant. */
  private static final int QUESTION = 5;

  /** With as many complete articles, words are enough. */
  private static final int ENOUGH = 10;

  private MeaningAdvice() {}

  /** Whether the first page of a search by words should advise it. */
  static boolean fits(
      QueryNode query, SearchParameters parameters, SearchResults results, SearchEngine engine) {
    return parameters.mode() == SearchMode.LEXICAL
        && parameters.sort() == SortOrder.RELEVANCE
        && parameters.request(query).before() == 0
        && results.tiers().all() < ENOUGH
        && PlainWords.of(query).map(PlainWords::text).map(MeaningAdvice::words).orElse(0)
            >= QUESTION
        && engine.missingMeaning().isEmpty();
  }

  /** The number of words of a text; two ideographs count as one. */
  private static int words(String text) {
    return Arrays.stream(text.split(" ", -1))
        .mapToInt(
            word ->
                Math.max(1, (int) word.codePoints().filter(Character::isIdeographic).count() / 2))
        .sum();
  }
}
