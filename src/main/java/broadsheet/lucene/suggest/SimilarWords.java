package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.OptionalWords;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.compile.WordTerms;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.suggest.Spellings.Spelling;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.Term;

/**
 * Finds words that are spelt like a typed one and are far more frequent, in the terms of a whole
 * archive. Not thread-safe.
 */
final class SimilarWords {

  private static final Optional<QueryField> BODY = Optional.of(QueryField.BODY);

  private static final int SHORTEST = 4;
  private static final int LONGEST = 30;

  /** Similar words to examine, the likeliest. */
  private static final int MOST = 5;

  /** A similar word must be so many times as frequent. */
  private static final int MORE = 3;

  private static final int FEWEST = 5;

  /** The most languages in which words are counted, those of most articles. */
  private static final int MOST_LANGUAGES = 5;

  /** Words of more articles are not counted by language, which would take too long. */
  private static final int MOST_COUNTED = 5_000;

  private final Dictionary dictionary;
  private final DocumentFrequencies statistics;
  private final ArticleLanguages languages;
  private final String language;
  private final WordTerms terms;
  private final Spellings spellings;

  SimilarWords(ReaderSnapshot snapshot, Deadline deadline) {
    dictionary = snapshot.dictionary();
    statistics = snapshot.termStatistics();
    languages = snapshot.languages();
    language = languages.commonest();
    terms = new WordTerms(language, statistics);
    spellings = new Spellings(dictionary, List.of(language), deadline);
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

  /**
   * A similar word with its evidence.
   *
   * @param evidence the use of the word and of the typed one
   */
  record Similar(Spelling spelling, SpellingEvidence evidence) {}

  /**
   * The similar words with their evidence, the likeliest first.
   *
   * @param before the word directly before it in the query
   * @param after the word directly after it
   */
  List<Similar> of(QueryWord word, Optional<QueryWord> before, Optional<QueryWord> after)
      throws IOException {
    if (!isChecked(word, before, after)) {
      return List.of();
    }
    List<Similar> similar = new ArrayList<>();
    for (Spelling spelling : spellings.near(word, BODY)) {
      Optional<QueryWord> other = neighbour(spelling.word());
      if (similar.size() < MOST && other.isPresent() && isOther(word, other.get())) {
        similar.add(new Similar(spelling, evidence(word, other.get(), before, after)));
      }
    }
    return similar;
  }

  /** Whether a word is rare in the language of its neighbours, and not usual beside them. */
  private boolean isChecked(QueryWord word, Optional<QueryWord> before, Optional<QueryWord> after)
      throws IOException {
    String folded = word.folded();
    int shortest = printed(word) == 0 ? SHORTEST - 1 : SHORTEST;
    if (folded.length() < shortest || !folded.codePoints().allMatch(Character::isLetter)) {
      return false;
    }
    String language = language(before.or(() -> after).orElse(word));
    int typed = articles(word, language);
    int all = languages.articles().getOrDefault(language, 0);
    int beside = beside(word, before, after);
    return !SpellingEvidence.isUsual(typed, all) && (beside < FEWEST || MORE * beside < typed);
  }

  /** Other forms and accents of the word are found already. */
  private boolean isOther(QueryWord word, QueryWord other) throws IOException {
    boolean isSameStem = other.stem().equals(word.stem());
    boolean isKnown = printed(word) > 0;
    boolean isForm =
        isEnding(other.folded(), word.folded())
            || (isKnown && isSameStem)
            || ((isKnown || isSameStem) && isEnding(word.folded(), other.folded()));
    return !isForm;
  }

  private static boolean isEnding(String word, String longer) {
    return longer.startsWith(word) && longer.substring(word.length()).matches("'?s|es|d|ed|'|n");
  }

  private SpellingEvidence evidence(
      QueryWord word, QueryWord other, Optional<QueryWord> before, Optional<QueryWord> after)
      throws IOException {
    String language = language(other);
    return new SpellingEvidence(
        word.folded(),
        other.folded(),
        printed(word),
        articles(word, language),
        articles(other, language),
        dictionary.together(word.folded(), other.folded()),
        beside(word, before, after),
        beside(other, before, after),
        languages.articles().getOrDefault(language, 0));
  }

  /** The number of articles with a word in the text or in the headline. */
  private int printed(QueryWord word) throws IOException {
    int texts = dictionary.documents(new Term(QueryField.BODY.label(), word.folded()));
    int headlines = dictionary.documents(new Term(QueryField.TITLE.label(), word.folded()));
    return Math.max(texts, headlines);
  }

  /** The language in which most articles have a word. */
  private String language(QueryWord word) throws IOException {
    if (languages.articles().size() == 1) {
      return language;
    }
    List<String> frequent =
        languages.articles().entrySet().stream()
            .sorted(
                Map.Entry.<String, Integer>comparingByValue()
                    .reversed()
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(MOST_LANGUAGES)
            .map(Map.Entry::getKey)
            .toList();
    String most = frequent.getFirst();
    for (String each : frequent.subList(1, frequent.size())) {
      most = articles(word, each) > articles(word, most) ? each : most;
    }
    return most;
  }

  private int articles(QueryWord word, String language) throws IOException {
    int printed = printed(word);
    if (languages.articles().size() == 1) {
      return printed;
    }
    return printed > MOST_COUNTED
        ? Math.min(printed, languages.articles().getOrDefault(language, 0))
        : dictionary.inLanguage(word.folded(), language);
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
