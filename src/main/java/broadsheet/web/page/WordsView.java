package broadsheet.web.page;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.query.QueryNode;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The words that set the full matches of a query apart from other articles.
 *
 * @param words the most distinctive first; empty if too little was read to say
 * @param read the numbers of articles that the words are based on; null if there was no time to
 *     read any
 */
public record WordsView(List<DistinctiveWords.Word> words, @Nullable Read read) {

  /**
   * The samples that the words come from.
   *
   * @param within articles that match
   * @param around the articles that they are compared with
   * @param isComplete whether the whole samples were read
   */
  public record Read(
      DistinctiveWords.Sample within, DistinctiveWords.Sample around, boolean isComplete) {}

  public WordsView {
    words = List.copyOf(words);
  }

  public static WordsView of(
      QueryNode query, Filters filters, Contrast contrast, SearchEngine engine) {
    Optional<DistinctiveWords> found = found(query, filters, contrast, engine);
    return new WordsView(
        found.filter(DistinctiveWords::isTelling).map(DistinctiveWords::words).orElse(List.of()),
        found.map(all -> new Read(all.within(), all.around(), all.isComplete())).orElse(null));
  }

  /** A copy without some words. */
  public WordsView without(Predicate<String> some) {
    return new WordsView(words.stream().filter(word -> !some.test(word.text())).toList(), read);
  }

  private static Optional<DistinctiveWords> found(
      QueryNode query, Filters filters, Contrast contrast, SearchEngine engine) {
    try {
      return Optional.of(engine.distinctiveWords(query, filters, contrast));
    } catch (EngineBusyException e) {
      return Optional.empty();
    }
  }
}
