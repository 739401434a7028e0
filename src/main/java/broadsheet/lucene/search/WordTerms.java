package broadsheet.lucene.search;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.Terms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * The terms by which a query's words are looked up in the articles of one language. Not shared
 * between threads.
 *
 * @param language as {@link StemmedLanguages#of} gives it
 * @param vocabulary what the index knows
 */
record WordTerms(String language, Vocabulary vocabulary) {

  /** The words of a text as this language forms them; empty when the text has none. */
  List<QueryWord> words(QueryField field, String text) {
    return QueryWord.in(text, IndexSchema.queryAnalyzer(field, language));
  }

  /** See {@link Vocabulary#rarity}. */
  double rarity(QueryField field, List<BytesRef> words) {
    return vocabulary.rarity(field, words);
  }

  /** See {@link Vocabulary#raritiesAlone}. */
  double raritiesAlone(QueryField field, List<BytesRef> words) {
    return vocabulary.raritiesAlone(field, words);
  }

  /** Whether a text is more than words that hold a sentence together in this language. */
  boolean isTelling(String text) {
    Set<String> stopWords = StopWords.of(List.of(language));
    return words(QueryField.BODY, text).stream()
        .anyMatch(word -> !stopWords.contains(word.folded()));
  }

  /**
   * A word whatever its ending. A printed word that is its own stem is in the index unmarked, and
   * one that is written like the word but for accents may have another stem.
   *
   * @return empty when the index knows none of them
   */
  List<BytesRef> anyEnding(QueryField field, QueryWord word) {
    Set<String> terms = new LinkedHashSet<>();
    terms.add(word.stem());
    terms.add(Terms.STEM_MARK + word.stem());
    if (field.kind() == QueryField.Kind.TEXT && StemmedLanguages.isStemOfPrinted(language)) {
      terms.add(word.folded());
    }
    List<BytesRef> known = new ArrayList<>();
    for (String term : terms) {
      BytesRef bytes = new BytesRef(term);
      if (vocabulary.mayHave(field, bytes)) {
        known.add(bytes);
      }
    }
    return known;
  }
}
