package broadsheet.query;

import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.ExactWord;
import broadsheet.query.QueryNode.Fuzzy;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.NumberRange;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.QueryNode.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Short names for expected nodes. */
final class Trees {
  static final LocalDate TODAY = LocalDate.of(2023, 6, 18);

  private Trees() {}

  static ParsedQuery parsed(String text) {
    return QueryParser.parse(text, TODAY);
  }

  static QueryNode everything() {
    return new Everything();
  }

  static QueryNode word(String text) {
    return new Word(text);
  }

  static QueryNode exact(String text) {
    return new ExactWord(text);
  }

  static QueryNode phrase(String text) {
    return new Phrase(text, 0);
  }

  static QueryNode phrase(String text, int slop) {
    return new Phrase(text, slop);
  }

  static QueryNode wildcard(String pattern) {
    return new Wildcard(pattern);
  }

  static QueryNode fuzzy(String text, int edits) {
    return new Fuzzy(text, edits);
  }

  static QueryNode near(int words, QueryNode left, QueryNode right) {
    return new QueryNode.Near(left, right, new Reach.Words(words, false));
  }

  static QueryNode before(int words, QueryNode left, QueryNode right) {
    return new QueryNode.Near(left, right, new Reach.Words(words, true));
  }

  static QueryNode near(Reach reach, QueryNode left, QueryNode right) {
    return new QueryNode.Near(left, right, reach);
  }

  static QueryNode notNear(int words, QueryNode wanted, QueryNode unwanted) {
    return new QueryNode.NotNear(wanted, unwanted, new Reach.Words(words, false));
  }

  static QueryNode atLeast(int count, QueryNode child) {
    return new QueryNode.AtLeast(count, child);
  }

  static QueryNode not(QueryNode child) {
    return new Not(child);
  }

  static QueryNode boosted(QueryNode child, double factor) {
    return new Boosted(child, (float) factor);
  }

  static QueryNode in(QueryField field, QueryNode child) {
    return new InField(field, child);
  }

  static QueryNode together(QueryNode... children) {
    return new Together(List.of(children));
  }

  static QueryNode allOf(QueryNode... children) {
    return new AllOf(List.of(children));
  }

  static QueryNode anyOf(QueryNode... children) {
    return new AnyOf(List.of(children));
  }

  static QueryNode dates(String from, String to) {
    return new DateRange(day(from), day(to));
  }

  static QueryNode words(long from, long to) {
    return new NumberRange(QueryField.WORDS, Optional.of(from), Optional.of(to));
  }

  static QueryNode wordsFrom(long from) {
    return new NumberRange(QueryField.WORDS, Optional.of(from), Optional.empty());
  }

  static QueryNode wordsTo(long to) {
    return new NumberRange(QueryField.WORDS, Optional.empty(), Optional.of(to));
  }

  private static Optional<LocalDate> day(String iso) {
    return iso.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(iso));
  }
}
