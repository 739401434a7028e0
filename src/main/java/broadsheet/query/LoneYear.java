package broadsheet.query;

import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.AnyOf;
import broadsheet.query.QueryNode.Boosted;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryNode.DateUnknown;
import broadsheet.query.QueryNode.Not;
import broadsheet.query.QueryNode.NumberRange;
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
 * number next to them. It is met by the text or by the year of publication, so it stands in the
 * tree as either of the two. What is excluded, counted, near something or in a field keeps its
 * years as words. Stateless.
 */
public final class LoneYear {
  private static final Pattern YEAR = Pattern.compile("1[5-9][0-9]{2}|20[0-9]{2}|2100");

  private LoneYear() {}

  /** The word of a year that text or date may meet; empty for any other node. */
  public static Optional<Word> wordOf(QueryNode node) {
    return node instanceof AnyOf(List<QueryNode> either)
            && either.getFirst() instanceof Word word
            && isYear(word)
            && node.equals(textOrDate(word))
        ? Optional.of(word)
        : Optional.empty();
  }

  /** The plain word a reader typed: a word, or that of a year; empty for any other node. */
  public static Optional<Word> plainWord(QueryNode node) {
    return node instanceof Word word ? Optional.of(word) : wordOf(node);
  }

  /** The tree with each lone year met by text or date. */
  static QueryNode read(QueryNode root) {
    return changed(root, LoneYear::textOrDate);
  }

  /** The tree with each year as a word where {@link #read} would make the same of it again. */
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

  /** Whether a node is one that makes a year beside it one of several things asked for. */
  private static boolean isBesideYear(QueryNode node) {
    return switch (node) {
      case Not _, DateRange _, DateUnknown _, NumberRange _ -> false;
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
