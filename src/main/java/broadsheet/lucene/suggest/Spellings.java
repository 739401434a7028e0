package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.compile.WordTerms;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.reader.ReaderCache;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.lucene.snapshot.ReaderDictionary;
import broadsheet.query.QueryField;
import broadsheet.query.tree.Rewording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;

/**
 * Finds words of the index with a spelling similar to a typed one: printed words, never stems. Not
 * thread-safe.
 *
 * @param languages the languages of the index; a word is known when it is in any of them
 */
record Spellings(IndexReader reader, List<String> languages) {

  /** Shorter words are similar to too many others. */
  private static final int SHORTEST = 3;

  /** Words of at least this length may differ in two letters. */
  private static final int LONG = 5;

  /** Longer words are not checked. */
  private static final int LONGEST = 40;

  private static final int MOST = 10;

  /** Fields of codes and numbers rather than words. */
  private static final Set<QueryField> NOT_SPELT =
      EnumSet.of(QueryField.ID, QueryField.URL, QueryField.LANGUAGE, QueryField.PAGE);

  /**
   * The most words whose spellings are kept: to look for them costs far more than most searches.
   */
  private static final int MOST_KNOWN = 10_000;

  private static final ReaderCache<BoundedCache<Asked, List<Spelling>>> KNOWN = new ReaderCache<>();
  private static final List<QueryField> USUAL = List.of(QueryField.TITLE, QueryField.BODY);

  /**
   * A word of the index.
   *
   * @param edits the number of letters in which it differs from the typed word
   * @param articles the number of articles that have it, in the field where most have it
   */
  record Spelling(String word, int edits, int articles) {

    /**
     * Derives the edits from the checker's score, which is the share of the shorter word's letters
     * that are the same.
     */
    private static Spelling of(SuggestWord found, String typed) {
      int shorter = Math.min(length(found.string), length(typed));
      return new Spelling(found.string, Math.round((1 - found.score) * shorter), found.freq);
    }

    private Spelling or(Spelling other) {
      return new Spelling(word, edits, Math.max(articles, other.articles));
    }
  }

  /** The word to find spellings for. */
  private record Asked(QueryWord word, Optional<QueryField> field) {}

  /** The word of an occurrence, if it is a single word that can be misspelt. */
  Optional<QueryWord> word(Rewording.Place place) {
    QueryField field = place.field().orElse(QueryField.BODY);
    if (NOT_SPELT.contains(field)) {
      return Optional.empty();
    }
    List<QueryWord> words = terms(languages.getFirst()).words(field, place.text());
    return words.size() == 1 && isSpelt(words.getFirst().folded())
        ? Optional.of(words.getFirst())
        : Optional.empty();
  }

  private static boolean isSpelt(String word) {
    int length = length(word);
    return length >= SHORTEST
        && length <= LONGEST
        && word.codePoints().anyMatch(Character::isLetter)
        && TermForm.characters(word).size() == 1;
  }

  /**
   * The number of articles with the word of an occurrence; of several forms the most frequent
   * counts.
   */
  int articles(Rewording.Place place) throws IOException {
    Collection<QueryField> fields =
        place
            .field()
            .map(List::of)
            .map(l -> (Collection<QueryField>) l)
            .orElse(IndexSchema.DEFAULT_FIELDS.keySet());
    int most = 0;
    for (String language : languages) {
      for (QueryField field : fields) {
        most = Math.max(most, articles(place, field, terms(language)));
      }
    }
    return most;
  }

  private int articles(Rewording.Place place, QueryField field, WordTerms terms)
      throws IOException {
    int most = 0;
    for (QueryWord word : terms.words(field, place.text())) {
      most = Math.max(most, articles(field, new BytesRef(word.folded())));
      if (place.isAnyEnding()) {
        for (BytesRef form : terms.anyEnding(field, word)) {
          most = Math.max(most, articles(field, form));
        }
      }
    }
    return most;
  }

  private int articles(QueryField field, BytesRef term) throws IOException {
    return reader.docFreq(new Term(field.label(), term));
  }

  /** Similar spellings, the most similar first, then the most frequent. */
  List<Spelling> near(QueryWord word, Optional<QueryField> field) {
    return KNOWN
        .of(
            reader.getReaderCacheHelper(),
            () -> new BoundedCache<>(new ConcurrentHashMap<>(), MOST_KNOWN))
        .of(new Asked(word, field), this::looked);
  }

  private List<Spelling> looked(Asked asked) {
    try {
      return near(asked);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Spelling> near(Asked asked) throws IOException {
    QueryWord word = asked.word();
    Optional<QueryField> field = asked.field();
    List<QueryField> fields = field.map(List::of).orElse(USUAL);
    Map<String, Spelling> near = near(word.folded(), fields, 1);
    if (near.isEmpty() && !word.stem().equals(word.folded())) {
      near = near(word.stem(), fields, 1); // without a possessive
    }
    if (near.isEmpty()) {
      near = near(word.folded(), fields, 0);
    }
    return near.values().stream()
        .sorted(
            Comparator.comparingInt(Spelling::edits)
                .thenComparing(Spelling::articles, Comparator.reverseOrder()))
        .toList();
  }

  /** Similar spellings by folded form: a word that differs only in accents is not another. */
  private Map<String, Spelling> near(String word, List<QueryField> fields, int kept)
      throws IOException {
    boolean isLong = length(word) >= LONG;
    DirectSpellChecker checker = checker(kept, isLong && kept > 0 ? 2 : 1);
    Map<String, Spelling> near = new LinkedHashMap<>();
    for (QueryField field : fields) {
      Term term = new Term(field.label(), word);
      for (SuggestWord found :
          checker.suggestSimilar(term, MOST, reader, SuggestMode.SUGGEST_ALWAYS)) {
        if (found.string.charAt(0) >= ' ') {
          near.merge(TermForm.foldedPattern(found.string), Spelling.of(found, word), Spelling::or);
        }
      }
    }
    near.remove(word);
    return near;
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  private static DirectSpellChecker checker(int keptAtStart, int edits) {
    DirectSpellChecker checker = new DirectSpellChecker();
    checker.setMinPrefix(keptAtStart);
    checker.setMaxEdits(edits);
    checker.setMinQueryLength(SHORTEST);
    checker.setMaxQueryFrequency(0.99f);
    checker.setThresholdFrequency(0f);
    return checker;
  }

  private WordTerms terms(String language) {
    return new WordTerms(language, new DocumentFrequencies(new ReaderDictionary(reader), false));
  }
}
