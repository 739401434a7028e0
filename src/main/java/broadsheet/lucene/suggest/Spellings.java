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
import java.util.ArrayList;
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
      EnumSet.of(
          QueryField.ID,
          QueryField.URL,
          QueryField.LANGUAGE,
          QueryField.PAGE,
          QueryField.COLLECTION);

  private static final Comparator<Spelling> LIKELIEST =
      Comparator.comparingDouble(Spelling::likelihood).reversed().thenComparing(Spelling::word);

  private static final List<QueryField> USUAL = List.of(QueryField.BODY, QueryField.TITLE);

  /**
   * A word of the archive.
   *
   * @param word in lower case, without accents
   * @param field the field where most articles have it
   * @param articles the number of articles that have it there
   * @param cost the unlikeliness that it is typed like this: see {@link EditCost}
   */
  record Spelling(String word, QueryField field, int articles, double cost) {

    double likelihood() {
      return Math.log(articles) - cost;
    }

    /** Whether it is itself rather a misspelling or a form of a far more frequent word. */
    private boolean isLike(Spelling likelier) {
      return articles < likelier.articles / SpellingEvidence.RARER
          && EditCost.of(word, likelier.word) < 2 * EditCost.EDIT;
    }

    private Spelling or(Spelling other) {
      return other.articles > articles ? other : this;
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

  /** Similar spellings, the likeliest first. */
  List<Spelling> near(QueryWord word, Optional<QueryField> field) throws IOException {
    List<QueryField> fields = field.map(List::of).orElse(USUAL);
    List<Spelling> near = near(word.folded(), fields);
    return near.isEmpty() && isPossessive(word.folded()) ? near(word.stem(), fields) : near;
  }

  /** A word that differs only in accents is not another. */
  private List<Spelling> near(String word, List<QueryField> fields) throws IOException {
    Map<String, Spelling> near = new LinkedHashMap<>();
    if (length(word) >= SHORTEST) {
      for (QueryField field : fields) {
        addAlike(word, field, 0, 1, near);
        if (length(word) >= LONG) {
          addAlike(word, field, 1, 2, near);
        }
      }
      near.remove(word);
    }
    List<Spelling> likeliest = new ArrayList<>();
    for (Spelling each : near.values().stream().sorted(LIKELIEST).toList()) {
      if (likeliest.size() < MOST && likeliest.stream().noneMatch(each::isLike)) {
        likeliest.add(each);
      }
    }
    return likeliest;
  }

  /** Words of which at least half of the letters are the same. */
  private void addAlike(
      String word, QueryField field, int kept, int edits, Map<String, Spelling> near)
      throws IOException {
    SpelledAlike alike = new SpelledAlike(word, kept, edits, 2 * edits, MOST_EXAMINED);
    for (BytesRef found : dictionary.alike(alike, field.label(), deadline).terms()) {
      String text = TermForm.foldedPattern(found.utf8ToString());
      int articles = articles(field, found);
      if (articles > 0 && (!isPossessive(text) || isPossessive(word))) {
        Spelling spelling = new Spelling(text, field, articles, EditCost.of(word, text));
        near.merge(text, spelling, Spelling::or);
      }
    }
  }

  private static boolean isPossessive(String word) {
    return word.indexOf('\'') >= 0;
  }

  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  private WordTerms terms(String language) {
    return new WordTerms(language, new DocumentFrequencies(dictionary, false));
  }
}
