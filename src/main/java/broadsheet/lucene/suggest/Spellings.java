package broadsheet.lucene.suggest;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.compile.WordTerms;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.lucene.snapshot.SpelledAlike;
import broadsheet.query.QueryField;
import broadsheet.query.tree.Rewording;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Finds words of an archive with a spelling similar to a typed one: printed words, never stems. Not
 * thread-safe.
 *
 * @param dictionary the terms of a whole archive
 * @param languages its languages; a word is known when it is in any of them
 * @param deadline ends the search for words
 */
record Spellings(Dictionary dictionary, List<String> languages, Deadline deadline) {

  /** Shorter words are similar to too many others. */
  private static final int SHORTEST = 3;

  /** Words of at least this length may differ in two letters. */
  private static final int LONG = 5;

  /** Longer words are not checked. */
  private static final int LONGEST = 40;

  private static final int MOST = 10;

  /** The most words of a field to choose from for each number of edits, the most frequent. */
  private static final int MOST_EXAMINED = 50;

  /** Fields of codes and numbers rather than words. */
  private static final Set<QueryField> NOT_SPELT =
      EnumSet.of(QueryField.ID, QueryField.URL, QueryField.LANGUAGE, QueryField.PAGE);

  private static final Comparator<Spelling> MOST_SIMILAR =
      Comparator.comparingInt(Spelling::edits)
          .thenComparing(Spelling::articles, Comparator.reverseOrder())
          .thenComparing(Spelling::word);

  private static final List<QueryField> USUAL = List.of(QueryField.TITLE, QueryField.BODY);

  /**
   * A word of the archive.
   *
   * @param edits the number of letters in which it differs from the typed word
   * @param articles the number of articles that have it, in the field where most have it
   */
  record Spelling(String word, int edits, int articles) {

    private Spelling or(Spelling other) {
      return new Spelling(word, Math.min(edits, other.edits), Math.max(articles, other.articles));
    }
  }

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
    return dictionary.documents(new Term(field.label(), term));
  }

  /** Similar spellings, the most similar first, then the most frequent. */
  List<Spelling> near(QueryWord word, Optional<QueryField> field) throws IOException {
    List<QueryField> fields = field.map(List::of).orElse(USUAL);
    Map<String, Spelling> near = near(word.folded(), fields, 1);
    if (near.isEmpty() && !word.stem().equals(word.folded())) {
      near = near(word.stem(), fields, 1); // without a possessive
    }
    if (near.isEmpty()) {
      near = near(word.folded(), fields, 0);
    }
    return near.values().stream().sorted(MOST_SIMILAR).toList();
  }

  /** Similar spellings by folded form: a word that differs only in accents is not another. */
  private Map<String, Spelling> near(String word, List<QueryField> fields, int kept)
      throws IOException {
    Map<String, Spelling> near = new LinkedHashMap<>();
    if (length(word) >= SHORTEST) {
      for (QueryField field : fields) {
        for (Spelling found : near(word, field, kept)) {
          near.merge(TermForm.foldedPattern(found.word()), found, Spelling::or);
        }
      }
      near.remove(word);
    }
    return near;
  }

  /** The words of a field that have most of their letters in common with a word. */
  private List<Spelling> near(String word, QueryField field, int kept) throws IOException {
    int most = length(word) >= LONG && kept > 0 ? 2 : 1;
    Map<String, Spelling> near = new LinkedHashMap<>();
    for (int edits = 1; edits <= most; edits++) {
      // at least half of the letters of either word are the same
      SpelledAlike alike = new SpelledAlike(word, kept, edits, 2 * edits, MOST_EXAMINED);
      for (BytesRef found : dictionary.alike(alike, field.label(), deadline).terms()) {
        String text = found.utf8ToString();
        near.putIfAbsent(text, new Spelling(text, edits, articles(field, found)));
      }
    }
    return near.values().stream()
        .filter(spelling -> spelling.articles() > 0)
        .sorted(
            Comparator.comparingDouble((Spelling spelling) -> difference(word, spelling))
                .thenComparing(MOST_SIMILAR))
        .limit(MOST)
        .toList();
  }

  /** The share of the shorter word's letters that differ. */
  private static double difference(String word, Spelling other) {
    return (double) other.edits() / Math.min(length(word), length(other.word()));
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  private WordTerms terms(String language) {
    return new WordTerms(language, new DocumentFrequencies(dictionary, false));
  }
}
