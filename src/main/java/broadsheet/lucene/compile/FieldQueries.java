package broadsheet.lucene.compile;

import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.compile.PatternExpansion.Pattern;
import broadsheet.lucene.proximity.CommonGramsPhrase;
import broadsheet.lucene.schema.CommonGrams;
import broadsheet.lucene.snapshot.TermExpansion;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Builds the Lucene queries of single words, phrases and patterns in one field. Each is empty when
 * the text holds nothing that could be indexed. Not thread-safe.
 */
final class FieldQueries {

  /** The weight of a word spelt almost as typed. */
  private static final float OTHER_SPELLING = 0.5f;

  /** The most words that each of several patterns in one word may expand to. */
  private static final int MOST_SIDE_BY_SIDE = 64;

  /** The most endings after an apostrophe that a word of a phrase may have. */
  private static final int MOST_ENDINGS = 64;

  private final QueryField field;
  private final PatternExpansion patterns;
  private final WordTerms terms;
  private boolean isCut;

  FieldQueries(QueryField field, PatternExpansion patterns, WordTerms terms) {
    this.field = field;
    this.patterns = patterns;
    this.terms = terms;
  }

  /** Whether any pattern so far matched more words than may be searched. */
  boolean isCut() {
    return isCut;
  }

  /** The patterns that a unit is expanded from; none for a unit that is no pattern. */
  List<Pattern> patterns(QueryNode.TextUnit unit) {
    return switch (unit) {
      case QueryNode.Wildcard(String pattern) -> {
        List<String> pieces = PatternPieces.of(pattern);
        yield pieces.stream()
            .filter(FieldQueries::isExpanded)
            .map(piece -> wildcard(piece, pieces.size()))
            .toList();
      }
      case QueryNode.Fuzzy(String text, int edits) -> {
        List<QueryWord> words = words(text);
        yield words.stream().map(word -> fuzzy(word, edits, words.size())).toList();
      }
      case QueryNode.Word _, QueryNode.ExactWord _, QueryNode.Phrase _ -> List.of();
    };
  }

  private static boolean isExpanded(String piece) {
    return PatternPieces.isPattern(piece) && !PatternPieces.isWildcards(piece);
  }

  private Pattern wildcard(String piece, int together) {
    return Pattern.wildcard(field.label(), piece, most(together));
  }

  private Pattern fuzzy(QueryWord word, int edits, int together) {
    return Pattern.fuzzy(field.label(), word.folded(), edits, most(together));
  }

  /** A word in any of its forms. If it is indexed as several terms, they must be adjacent. */
  Optional<Query> word(String text) {
    List<QueryWord> words = words(text);
    if (words.size() == 1) {
      return Optional.of(anyEnding(words.getFirst()));
    }
    SideBySide stems = new SideBySide(field);
    words.forEach(word -> stems.add(stems(word)));
    return stems.query();
  }

  /** One word in any of its forms; or two side by side, the first as it is. */
  Optional<Query> sideBySide(String text) {
    List<QueryWord> words = words(text);
    if (words.size() == 1) {
      return Optional.of(anyEnding(words.getFirst()));
    }
    SideBySide row = new SideBySide(field);
    words.stream()
        .limit(words.size() - 1L)
        .forEach(w -> row.add(List.of(new BytesRef(w.folded()))));
    words.stream().skip(words.size() - 1L).forEach(word -> row.add(stems(word)));
    return row.query();
  }

  /** The word exactly as typed. */
  Optional<Query> exactWord(String text) {
    PhraseQuery.Builder phrase = new PhraseQuery.Builder();
    List<QueryWord> words = words(text);
    words.forEach(word -> phrase.add(term(word.exact())));
    return words.isEmpty() ? Optional.empty() : Optional.of(phrase.build());
  }

  /** The words of a phrase in order; an asterisk matches any one word. */
  Optional<Query> phrase(QueryNode.Phrase phrase) throws IOException {
    Optional<Query> withEndings = withEndingsBehindApostrophe(phrase);
    if (withEndings.isPresent()) {
      return withEndings;
    }
    PhraseQuery.Builder builder = new PhraseQuery.Builder().setSlop(phrase.slop());
    int position = 0;
    List<String> all = new ArrayList<>();
    for (String piece : phrase.text().split(" ", -1)) {
      List<QueryWord> words = words(piece);
      if (piece.equals("*")) {
        position++;
      }
      for (QueryWord word : words) {
        builder.add(term(word.folded()), position++);
        all.add(word.folded());
      }
    }
    boolean isSideBySide = phrase.slop() == 0 && position == all.size();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(phrase(builder.build(), all, isSideBySide));
  }

  private Query phrase(PhraseQuery phrase, List<String> folded, boolean isSideBySide) {
    return isSideBySide
        ? CommonGrams.of(field, folded)
            .<Query>map(p -> new CommonGramsPhrase(phrase, p))
            .orElse(phrase)
        : phrase;
  }

  /**
   * The phrase, with each word also allowed an ending after an apostrophe. Empty where the index
   * has no such endings, and for phrases with slop, whose matcher takes one term per place.
   */
  private Optional<Query> withEndingsBehindApostrophe(QueryNode.Phrase phrase) throws IOException {
    if (phrase.slop() > 0 || !terms.hasEndingsBehindApostrophe(field)) {
      return Optional.empty();
    }
    SideBySide words = new SideBySide(field);
    boolean isAny = false;
    for (String piece : phrase.text().split(" ", -1)) {
      if (piece.equals("*")) {
        words.skip(1);
      }
      for (QueryWord word : words(piece)) {
        List<BytesRef> forms = new ArrayList<>(List.of(new BytesRef(word.folded())));
        if (word.folded().indexOf('\'') < 0) {
          Pattern endings = Pattern.wildcard(field.label(), word.folded() + "'*", MOST_ENDINGS);
          forms.addAll(patterns.of(endings).terms());
        }
        isAny |= forms.size() > 1;
        words.add(forms);
      }
    }
    return isAny ? words.query() : Optional.empty();
  }

  /** The words a wildcard pattern matches. */
  Optional<Query> wildcard(String pattern) throws IOException {
    List<String> pieces = PatternPieces.of(pattern);
    SideBySide words = new SideBySide(field);
    for (String piece : pieces) {
      if (PatternPieces.isWildcards(piece)) {
        words.skip(piece.length());
      } else if (isExpanded(piece)) {
        words.add(taken(patterns.of(wildcard(piece, pieces.size()))));
      } else {
        words(piece).forEach(word -> words.add(List.of(new BytesRef(word.folded()))));
      }
    }
    return words.query();
  }

  /** The word and those within that many edits. */
  Optional<Query> fuzzy(QueryNode.Fuzzy fuzzy) throws IOException {
    List<QueryWord> words = words(fuzzy.text());
    SideBySide spellings = new SideBySide(field);
    for (QueryWord word : words) {
      spellings.add(taken(patterns.of(fuzzy(word, fuzzy.edits(), words.size()))));
    }
    if (words.size() != 1) {
      return spellings.query();
    }
    Query asTyped = new TermQuery(term(words.getFirst().folded()));
    Query others = new BoostQuery(spellings.query().orElseThrow(), OTHER_SPELLING);
    return Optional.of(new DisjunctionMaxQuery(List.of(asTyped, others), 1f));
  }

  /** The limit for each pattern, which is lower where several are adjacent. */
  private static int most(int patterns) {
    return patterns == 1 ? PatternExpansion.LIMIT : MOST_SIDE_BY_SIDE;
  }

  private List<QueryWord> words(String text) {
    return terms.words(field, text);
  }

  private Query anyEnding(QueryWord word) {
    SynonymQuery.Builder synonyms = new SynonymQuery.Builder(field.label());
    stems(word).forEach(term -> synonyms.addTerm(term, 1f));
    if (!word.exact().equals(word.folded())) {
      synonyms.addTerm(new BytesRef(word.exact()), 1f);
    }
    return synonyms.build();
  }

  private List<BytesRef> stems(QueryWord word) {
    return terms.anyEnding(field, word);
  }

  private List<BytesRef> taken(TermExpansion expansion) {
    isCut |= expansion.isCut();
    return expansion.terms();
  }

  private Term term(String text) {
    return new Term(field.label(), text);
  }
}
