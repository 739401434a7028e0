package broadsheet.engine.words;

import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;

/**
 * Corpus linguistics on an archive: concordances, collocates, frequencies, keywords and n-grams. A
 * word is a token of the analysis as printed: folded (lower case, no accents), never stemmed, stop
 * words and numbers included; in a script without blanks it is a character. The words of an article
 * are those of its headline, standfirst, dateline, body and captions.
 *
 * <p>Queries are never relaxed. Answers are exact or, where the time limit would not suffice, made
 * from a sample of the articles that is spread evenly over all of them; each tells which by its
 * {@link Extent}. Memory does not grow with the number of matches. Thread-safe.
 *
 * <p>All methods throw {@link EngineBusyException} when the query is costly and its turn did not
 * come, and {@link EngineException} when the index cannot be read.
 */
public interface Workbench {

  /** Lists the places where a query matches, each with the text around it. */
  Concordance concordance(ConcordanceRequest request);

  /**
   * Counts the forms that a query finds, in a quarter of the time.
   *
   * @param most the most forms to list
   */
  Forms forms(WordSet set, int most);

  /** Finds the words that stand near the matches of a query more often than by chance. */
  Collocates collocates(CollocatesRequest request);

  /** Counts the matches of a query per million words, by time or by outlet. */
  Frequencies frequencies(FrequenciesRequest request);

  /** Finds the words that articles have more often than others: keyness. */
  Keywords keywords(KeywordsRequest request);

  /** Counts sequences of words. */
  Sequences sequences(SequencesRequest request);
}
