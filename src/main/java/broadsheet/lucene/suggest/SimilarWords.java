package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.OptionalWords;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.compile.WordTerms;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SpelledAlike;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * Finds words that are spelt like a typed one and are far more frequent, in the terms of a whole
 * archive. Not thread-safe.
 */
final class SimilarWords {

  private static final int SHORTEST = 4;
  private static final int LONGEST = 30;

  /** Words of at least this length may differ in two letters. */
  private static final int LONG = 8;

  /** Similar words to examine, the most frequent. */
  private static final int MOST = 3;

  private static final int MOST_EXPANDED = 20;

  /** Words that more than one in so many articles have are spelt as their writers want. */
  private static final int ONE_OF = 1_000;

  private static final int FEW = 20;

  /** A similar word must be so many times as frequent. */
  private static final int MORE = 3;

  private static final int FEWEST = 5;

  private final Dictionary dictionary;
  private final DocumentFrequencies statistics;
  private final String language;
  private final WordTerms terms;
  private final Deadline deadline;

  SimilarWords(ReaderSnapshot snapshot, Deadline deadline) {
    dictionary = snapshot.dictionary();
    statistics = snapshot.termStatistics();
    language = snapshot.languages().commonest();
    terms = new WordTerms(language, statistics);
    this.deadline = deadline;
  }

  /** The typed text as one word that may be misspelt; empty if it is none. */
  Optional<QueryWord> word(String text) {
    List<QueryWord> words = terms.words(QueryField.BODY, text);
    return words.size() == 1 && isSpelt(words.getFirst().folded())
        ? Optional.of(words.getFirst())
        : Optional.empty();
  }

  /** The typed text as one word that is evidence for its neighbours: no stop word. */
  Optional<QueryWord> neighbour(String text) {
    return word(text).filter(word -> !OptionalWords.contain(word, language));
  }

  private static boolean isSpelt(String word) {
    return word.length() <= LONGEST
        && word.codePoints().anyMatch(Character::isLetter)
        && !TermForm.isUnspaced(word);
  }

  private int articles(QueryWord word) {
    return Math.max(statistics.articles(word.stem()), statistics.articles(word.folded()));
  }

  /**
   * The similar words with their evidence, the most frequent first.
   *
   * @param before the word directly before it in the query
   * @param after the word directly after it
   */
  List<SpellingEvidence> of(QueryWord word, Optional<QueryWord> before, Optional<QueryWord> after)
      throws IOException {
    int typed = articles(word);
    String folded = word.folded();
    boolean isChecked =
        folded.length() >= SHORTEST
            && folded.codePoints().allMatch(Character::isLetter)
            && typed <= Math.max(FEW, dictionary.documents() / ONE_OF);
    if (!isChecked) {
      return List.of();
    }
    List<QueryWord> similar = new ArrayList<>();
    boolean isAlone = before.isEmpty() && after.isEmpty();
    int edits = folded.length() >= LONG && !isAlone ? 2 : 1; // alone, two are no evidence
    SpelledAlike alike = new SpelledAlike(folded, 1, edits, SHORTEST, MOST_EXPANDED);
    for (BytesRef each : dictionary.alike(alike, QueryField.BODY.label(), deadline).terms()) {
      word(each.utf8ToString())
          .filter(other -> isOther(word, other))
          .filter(other -> articles(other) >= Math.max(FEWEST, MORE * typed))
          .ifPresent(similar::add);
    }
    similar.sort(Comparator.comparingInt(this::articles).reversed());
    List<SpellingEvidence> evidence = new ArrayList<>();
    for (QueryWord other : similar.stream().limit(MOST).toList()) {
      evidence.add(evidence(word, other, before, after));
    }
    return evidence;
  }

  /** Other forms and accents of the word are found already. */
  private static boolean isOther(QueryWord word, QueryWord other) {
    return !other.folded().equals(word.folded())
        && !other.stem().equals(word.stem())
        && !isEnding(word.folded(), other.folded())
        && !isEnding(other.folded(), word.folded());
  }

  private static boolean isEnding(String word, String longer) {
    return longer.startsWith(word) && longer.substring(word.length()).matches("'?s|es|d|ed|'|n");
  }

  private SpellingEvidence evidence(
      QueryWord word, QueryWord other, Optional<QueryWord> before, Optional<QueryWord> after)
      throws IOException {
    return new SpellingEvidence(
        word.folded(),
        other.folded(),
        articles(word),
        articles(other),
        dictionary.together(word.folded(), other.folded()),
        beside(word, before, after),
        beside(other, before, after),
        dictionary.documents());
  }

  private int beside(QueryWord word, Optional<QueryWord> before, Optional<QueryWord> after) {
    int beside = 0;
    if (before.isPresent()) {
      beside += statistics.sideBySide(before.get().folded(), word.folded());
    }
    if (after.isPresent()) {
      beside += statistics.sideBySide(word.folded(), after.get().folded());
    }
    return beside;
  }
}
