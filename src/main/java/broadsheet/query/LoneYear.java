package broadsheet.query;

import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.Condition;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.Together;
import broadsheet.query.QueryNode.Word;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A year beside other words, as in {@code shutdown 2013}: four digits from 1500 to 2100 with no
 * number next to them. Either the text or the year of publication may match it, so the tree holds
 * it as an alternative of the two. A year stays a word inside an exclusion, a count, a proximity or
 * a field. Stateless.
 */
public final class LoneYear {
  private static final Pattern YEAR = Pattern.compile("1[5-9][0-9]{2}|20[0-9]{2}|2100");

  private LoneYear() {}

  /** The word of a lone year; empty for any other node. */
  public static Optional<Word> wordOf(QueryNode node) {
    return node instanceof AnyOf(List<QueryNode> either)
            && either.getFirst() instanceof Word word
            && isYear(word)
            && node.equals(textOrDate(word))
        ? Optional.of(word)
        : Optional.empty();
  }

  /** The plain word a reader typed: a word, or that of a lone year; empty for any other node. */
  public static Optional<Word> plainWord(QueryNode node) {
    return node instanceof Word word ? Optional.of(word) : wordOf(node);
  }

  /** The tree with each lone year turned into an alternative of text and date. */
  static QueryNode read(QueryNode root) {
    return changed(root, LoneYear::textOrDate);
  }

  /** The tree with each lone year turned back into a word where {@link #read} would restore it. */
  static QueryNode asTyped(QueryNode root) {
    return changed(root, word -> word);
  }

  private static QueryNode changed(QueryNode node, Function<Word, QueryNode> change) {
    return switch (node) {
      case Together(List<QueryNode> children) -> new Together(members(children, change));
      case AllOf(List<QueryNode> children) -> new AllOf(each(children, change));
      case AnyOf(List<QueryNode> children) -> new AnyOf(each(children, change));
      case Boosted(QueryNode child, float factor) -> new Boosted(changed(child, change), factor);
      default -> node;
    };
  }

  private static List<QueryNode> each(List<QueryNode> nodes, Function<Word, QueryNode> change) {
    return nodes.stream().map(node -> changed(node, change)).toList();
  }

  private static List<QueryNode> members(List<QueryNode> all, Function<Word, QueryNode> change) {
    boolean hasOthers = all.stream().anyMatch(LoneYear::isBesideYear);
    return IntStream.range(0, all.size())
        .mapToObj(
            i ->
                hasOthers && isLone(all, i)
                    ? change.apply(plainWord(all.get(i)).orElseThrow())
                    : changed(all.get(i), change))
        .toList();
  }

  private static boolean isLone(List<QueryNode> all, int i) {
    return plainWord(all.get(i)).filter(LoneYear::isYear).isPresent()
        && !isNumber(all, i - 1)
        && !isNumber(all, i + 1);
  }

  private static boolean isNumber(List<QueryNode> all, int i) {
    return i >= 0 && i < all.size() && isNumber(all.get(i));
  }

  private static boolean isNumber(QueryNode node) {
    return plainWord(node)
        .filter(word -> Character.isDigit(word.text().codePointAt(0)))
        .isPresent();
  }

  /** Whether a year beside this node is one of several units that are searched for. */
  private static boolean isBesideYear(QueryNode node) {
    return switch (node) {
      case Not _, Condition _ -> false;
      default -> !isNumber(node);
    };
  }

  private static boolean isYear(Word word) {
    return isYear(word.text());
  }

  /** Whether a word looks like a year. */
  static boolean isYear(String word) {
    return YEAR.matcher(word).matches();
  }

  private static QueryNode textOrDate(Word word) {
    int year = Integer.parseInt(word.text());
    Optional<LocalDate> first = Optional.of(LocalDate.of(year, 1, 1));
    Optional<LocalDate> last = Optional.of(LocalDate.of(year, 12, 31));
    return new AnyOf(List.of(word, new DateRange(first, last)));
  }
}
