package broadsheet.lucene.alert;

import broadsheet.lucene.analysis.ArticleAnalyzer;
import broadsheet.lucene.analysis.OptionalWords;
import broadsheet.lucene.analysis.QueryWord;
import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.analysis.WordPieces;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.QueryCost;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Rules out most queries that cannot match any of a few articles, by their words alone and without
 * compiling them. When in doubt it keeps a query: for patterns, dates and exclusions, and for a
 * word that occurs in another field than requested. Not thread-safe.
 */
final class PossibleMatches {

  /** For sides with more words than this, not all combinations are checked. */
  private static final int FEW_WORDS = 10;

  /**
   * With more articles than this, nearly every word occurs, and all their words take much memory.
   */
  private static final int FEW_ARTICLES = 20_000;

  private final Set<BytesRef> words;
  private final List<String> languages;
  private final boolean isLooking;
  private final boolean haveNames;

  private PossibleMatches(
      Set<BytesRef> words, List<String> languages, boolean isLooking, boolean haveNames) {
    this.haveNames = haveNames;
    this.words = words;
    this.languages = languages;
    this.isLooking = isLooking;
  }

  /**
   * @param languages the languages of the articles
   * @param haveNames whether names were found in them, which need not stand there as decided
   */
  static PossibleMatches in(IndexReader articles, List<String> languages, boolean haveNames)
      throws IOException {
    Set<BytesRef> words = new HashSet<>();
    if (articles.numDocs() > FEW_ARTICLES) {
      return new PossibleMatches(words, languages, false, haveNames);
    }
    for (LeafReaderContext leaf : articles.leaves()) {
      for (QueryField field : QueryField.values()) {
        org.apache.lucene.index.Terms terms =
            field == QueryField.ID ? null : leaf.reader().terms(field.label());
        if (terms != null) {
          TermsEnum each = terms.iterator();
          for (BytesRef term = each.next(); term != null; term = each.next()) {
            words.add(BytesRef.deepCopyOf(term));
          }
        }
      }
    }
    return new PossibleMatches(words, languages, true, haveNames);
  }

  /** Whether a query may match any of the articles. */
  boolean mayHave(QueryNode query) {
    return !isLooking
        || languages.stream().anyMatch(language -> chance(query, language) == Chance.SOME);
  }

  private enum Chance {
    NONE,
    SOME,
    /** No part of it can be indexed, so it is dropped from the query around it. */
    LEFT_OUT
  }

  private Chance chance(QueryNode node, String language) {
    return switch (node) {
      case QueryNode.Word(String text) -> words(WordPieces.of(text), language, this::hasAnyForm);
      case QueryNode.ExactWord(String text) ->
          words(List.of(text), language, word -> has(word.exact()));
      case QueryNode.Phrase(String text, int _) ->
          words(List.of(text.split(" ", -1)), language, word -> has(word.folded()));
      case QueryNode.Together(List<QueryNode> children) -> together(children, language);
      case QueryNode.AllOf(List<QueryNode> children) -> all(children, language);
      case QueryNode.AnyOf(List<QueryNode> children) -> any(children, language);
      case QueryNode.Near(QueryNode left, QueryNode right, var _) -> near(left, right, language);
      case QueryNode.NotNear not -> firstOf(not.wanted(), not.unwanted(), language);
      case QueryNode.AtLeast(int _, QueryNode child) -> chance(child, language);
      case QueryNode.Boosted(QueryNode child, float _) -> chance(child, language);
      case QueryNode.InField in -> inField(in, language);
      case QueryNode.Wildcard _,
          QueryNode.Fuzzy _,
          QueryNode.Everything _,
          QueryNode.Condition _,
          QueryNode.Not _ ->
          Chance.SOME;
    };
  }

  /** Ids and languages are not split into words as texts are. */
  private Chance inField(QueryNode.InField in, String language) {
    return switch (in.field()) {
      case ID, LANGUAGE -> Chance.SOME;
      case PERSON, ORGANISATION, PLACE, SPEAKER ->
          haveNames ? Chance.SOME : chance(in.child(), language);
      default -> chance(in.child(), language);
    };
  }

  private Chance near(QueryNode left, QueryNode right, String language) {
    List<QueryNode> sides = List.of(left, right);
    boolean isSmall = QueryCost.of(left) + QueryCost.of(right) <= FEW_WORDS;
    return isSmall ? all(sides, language) : any(sides, language);
  }

  private Chance firstOf(QueryNode first, QueryNode other, String language) {
    Chance chance = chance(first, language);
    return chance == Chance.LEFT_OUT ? chance(other, language) : chance;
  }

  private Chance all(List<QueryNode> children, String language) {
    Chance all = Chance.LEFT_OUT;
    for (QueryNode child : children) {
      switch (chance(child, language)) {
        case NONE -> {
          return Chance.NONE;
        }
        case SOME -> all = Chance.SOME;
        case LEFT_OUT -> {}
      }
    }
    return all;
  }

  /**
   * Stop words are optional, unless there are no other words. The query may be in any language, and
   * one word that counts is enough where each is a stop word in some.
   */
  private Chance together(List<QueryNode> children, String language) {
    List<QueryNode> others =
        children.stream().filter(child -> !mayBeStopWord(child, language)).toList();
    return others.stream().anyMatch(child -> chance(child, language) != Chance.LEFT_OUT)
        ? all(others, language)
        : any(children, language);
  }

  private static boolean mayBeStopWord(QueryNode node, String language) {
    return switch (node) {
      case QueryNode.Word(String text) ->
          QueryWord.in(text, ArticleAnalyzer.forText(language)).stream()
              .allMatch(OptionalWords::isInAnyLanguage);
      case QueryNode.Boosted(QueryNode child, float _) -> mayBeStopWord(child, language);
      default -> false;
    };
  }

  private Chance any(List<QueryNode> children, String language) {
    Chance any = Chance.LEFT_OUT;
    for (QueryNode child : children) {
      switch (chance(child, language)) {
        case SOME -> {
          return Chance.SOME;
        }
        case NONE -> any = Chance.NONE;
        case LEFT_OUT -> {}
      }
    }
    return any;
  }

  /** All of the words, analyzed as running text or as keywords. */
  private static Chance words(List<String> texts, String language, Predicate<QueryWord> isThere) {
    Chance asText = words(QueryField.TITLE, texts, language, isThere);
    Chance asKeywords = words(QueryField.SOURCE, texts, language, isThere);
    if (asText == Chance.SOME || asKeywords == Chance.SOME) {
      return Chance.SOME;
    }
    return asText == Chance.NONE ? asKeywords : asText;
  }

  private static Chance words(
      QueryField field, List<String> texts, String language, Predicate<QueryWord> isThere) {
    List<QueryWord> words =
        texts.stream()
            .flatMap(
                text -> QueryWord.in(text, IndexSchema.queryAnalyzer(field, language)).stream())
            .toList();
    if (words.isEmpty()) {
      return Chance.LEFT_OUT;
    }
    return words.stream().allMatch(isThere) ? Chance.SOME : Chance.NONE;
  }

  private boolean hasAnyForm(QueryWord word) {
    return Stream.of(word.exact(), word.folded(), word.stem(), TermForm.STEM_MARK + word.stem())
        .anyMatch(this::has);
  }

  private boolean has(String term) {
    return words.contains(new BytesRef(term));
  }
}
