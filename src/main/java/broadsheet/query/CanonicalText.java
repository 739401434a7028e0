package broadsheet.query;

import broadsheet.query.QueryNode.AddedRange;
import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.AtLeast;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.DateUnknown;
import broadsheet.query.QueryNode.Everything;
import broadsheet.query.QueryNode.ExactWord;
import broadsheet.query.QueryNode.FurnitureShown;
import broadsheet.query.QueryNode.Fuzzy;
import broadsheet.query.QueryNode.InField;
import broadsheet.query.QueryNode.Leaf;
import broadsheet.query.QueryNode.Near;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.NotNear;
import broadsheet.query.QueryNode.NumberRange;
import broadsheet.query.QueryNode.OnList;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Wildcard;
import broadsheet.query.QueryNode.Word;
import broadsheet.query.span.DateText;
import broadsheet.query.span.RangeText;
import broadsheet.query.token.Boost;
import broadsheet.query.token.ForeignDistances;
import broadsheet.query.token.RegularExpression;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a tree in the query language, with no more parentheses than it needs. The canonical text
 * of any tree the parser returned parses to the same tree on any later day: a span counted back
 * from today is written as the day it reached.
 */
public final class CanonicalText {
  private static final int LOOSEST = 0;
  private static final int TIGHTEST = 5;

  private final StringBuilder text = new StringBuilder();

  private CanonicalText() {}

  /** The canonical text; empty for every article. */
  public static String of(QueryNode root) {
    CanonicalText canonical = new CanonicalText();
    canonical.write(LoneYear.asTyped(root), LOOSEST);
    return canonical.text.toString();
  }

  /** Writes a node, in parentheses if it binds less tightly than required. */
  private void write(QueryNode node, int tightness) {
    boolean isGrouped = tightness(node) < tightness;
    text.append(isGrouped ? "(" : "");
    switch (node) {
      case Together(List<QueryNode> children) -> join(children, " ", tightness(node));
      case AnyOf(List<QueryNode> children) -> join(children, " OR ", tightness(node));
      case AllOf(List<QueryNode> children) -> join(children, " AND ", tightness(node));
      case Not(QueryNode child) -> prefixed("-", child);
      case Near(QueryNode left, QueryNode right, Reach reach) -> near(left, reach(reach), right);
      case NotNear(QueryNode wanted, QueryNode unwanted, Reach reach) ->
          near(wanted, "NOT " + reach(reach), unwanted);
      case AtLeast(int count, QueryNode child) -> prefixed("ATLEAST/" + count + " ", child);
      case InField(QueryField field, Wildcard(String pattern))
          when pattern.equals(Wildcard.ANYTHING) ->
          text.append(field.label()).append(":*");
      case InField(QueryField field, Word(String word))
          when field == QueryField.FURNITURE && ShownFurniture.isDirective(word) ->
          text.append(field.label()).append(":(").append(word).append(')');
      case InField(QueryField field, QueryNode child) -> prefixed(field.label() + ":", child);
      case Boosted(QueryNode child, float factor) -> {
        write(child, TIGHTEST);
        text.append('^').append(Boost.text(factor));
      }
      case Leaf leaf -> text.append(leaf(leaf));
    }
    text.append(isGrouped ? ")" : "");
  }

  private static int tightness(QueryNode node) {
    return switch (node) {
      case Together _ -> 0;
      case AnyOf _ -> 1;
      case AllOf _ -> 2;
      case Not _, AtLeast _ -> 3;
      case Near _, NotNear _ -> 4;
      default -> TIGHTEST;
    };
  }

  private void join(List<QueryNode> children, String between, int tightness) {
    String separator = "";
    for (QueryNode child : children) {
      text.append(separator);
      write(child, tightness + 1);
      separator = between;
    }
  }

  private void near(QueryNode left, String operator, QueryNode right) {
    write(left, TIGHTEST - 1);
    text.append(' ').append(operator).append(' ');
    write(right, TIGHTEST);
  }

  private static String reach(Reach reach) {
    return switch (reach) {
      case Reach.Words(int most, boolean isOrdered) -> (isOrdered ? "ADJ/" : "NEAR/") + most;
      case Reach.Sentence(boolean isOrdered) -> isOrdered ? "pre/s" : "w/s";
      case Reach.Paragraph(boolean isOrdered) -> isOrdered ? "pre/p" : "w/p";
    };
  }

  private void prefixed(String prefix, QueryNode child) {
    text.append(prefix);
    write(child, TIGHTEST);
  }

  private static String leaf(Leaf leaf) {
    return switch (leaf) {
      case Word(String word) -> word(word);
      case ExactWord(String word) -> "=" + word;
      case Phrase(String words, int slop) -> "\"" + words + (slop == 0 ? "\"" : "\"~" + slop);
      case Wildcard(String pattern) ->
          pattern.equals(Wildcard.ANYTHING) ? RangeText.WITHOUT_ENDS : word(pattern);
      case Fuzzy(String word, int edits) -> word + (edits == 2 ? "~" : "~" + edits);
      case DateRange(Optional<LocalDate> from, Optional<LocalDate> to) -> dates(from, to);
      case DateUnknown _ -> "date:unknown";
      case AddedRange(Optional<LocalDate> from, Optional<LocalDate> to) ->
          QueryField.ADDED.label() + ":" + added(from, to);
      case NumberRange(QueryField field, Optional<Long> from, Optional<Long> to) ->
          field.label() + ":" + numbers(from, to);
      case FurnitureShown _ -> QueryField.FURNITURE.label() + ":" + ShownFurniture.SHOW;
      case OnList(String list, Set<String> _) -> Scope.LIST + ":" + list(list);
      case Everything _ -> "";
    };
  }

  private static String list(String name) {
    boolean isWord = name.equals(OnList.ANY) || name.equals(OnList.READ);
    return isWord ? name : "\"" + name + "\"";
  }

  /** A boost of 1 keeps a word that looks like something else a word. */
  private static String word(String word) {
    boolean isOther =
        Operators.named(word).isPresent()
            || ForeignDistances.meant(word).isPresent()
            || RegularExpression.is(word);
    return isOther ? word + "^1" : word;
  }

  private static String dates(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent()) {
      return "date:" + DateText.of(from.get(), to.get());
    }
    return from.map(day -> "after:" + day)
        .or(() -> to.map(day -> "before:" + day))
        .orElse("date:*");
  }

  private static String added(Optional<LocalDate> from, Optional<LocalDate> to) {
    if (from.isPresent() && to.isPresent()) {
      return DateText.of(from.get(), to.get());
    }
    return from.map(day -> ">=" + day)
        .or(() -> to.map(day -> "<=" + day))
        .orElse(Wildcard.ANYTHING);
  }

  private static String numbers(Optional<Long> from, Optional<Long> to) {
    if (from.isPresent() && to.isPresent()) {
      return from.equals(to) ? from.get().toString() : from.get() + ".." + to.get();
    }
    return from.map(number -> ">=" + number).or(() -> to.map(number -> "<=" + number)).orElse("*");
  }
}
