package broadsheet.query;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Generates trees as the parser returns them. */
final class RandomTrees {
  private static final List<String> WORDS =
      List.of(
          "a",
          "talks",
          "U.S.",
          "AT&T",
          "O’Connor",
          "10:30",
          "C++",
          "🙂",
          "中国",
          "AND",
          "NEAR/5",
          "1987",
          "2013",
          "צה\"ל");
  private static final List<String> LISTS =
      List.of("any", "read", "Cocoa", "cocoa (old) story -2", "AND", "=talks*", "10:30");
  private static final List<QueryField> FIELDS =
      List.of(QueryField.TITLE, QueryField.BODY, QueryField.SOURCE, QueryField.RELATED);

  private final Random random;

  RandomTrees(Random random) {
    this.random = random;
  }

  QueryNode tree() {
    QueryNode tree = random.nextInt(50) == 0 ? new QueryNode.Everything() : LoneYear.read(node(4));
    return random.nextInt(10) == 0 ? ShownFurniture.with(tree) : tree;
  }

  private QueryNode node(int depth) {
    if (depth == 0) {
      return unit();
    }
    return switch (random.nextInt(11)) {
      case 8 -> NormalForm.near(node(depth - 1), node(depth - 1), reach());
      case 9 -> NormalForm.notNear(node(depth - 1), node(depth - 1), reach());
      case 10 -> atLeast(node(depth - 1));
      case 0 -> NormalForm.together(nodes(depth)).orElseThrow();
      case 1 -> NormalForm.allOf(nodes(depth)).orElseThrow();
      case 2 -> NormalForm.anyOf(nodes(depth)).orElseThrow();
      case 3 -> NormalForm.not(node(depth - 1));
      case 4 -> NormalForm.boosted(node(depth - 1), (1 + random.nextInt(500)) / 100f);
      case 5 -> NormalForm.inField(pick(FIELDS), node(depth - 1));
      case 6 -> ranged();
      default -> unit();
    };
  }

  private QueryNode atLeast(QueryNode node) {
    return NormalForm.atLeast(1 + random.nextInt(5), node).orElse(node);
  }

  private Reach reach() {
    boolean isOrdered = random.nextBoolean();
    return switch (random.nextInt(4)) {
      case 0 -> new Reach.Sentence(isOrdered);
      case 1 -> new Reach.Paragraph(isOrdered);
      default -> new Reach.Words(1 + random.nextInt(Reach.MOST_WORDS), isOrdered);
    };
  }

  private List<QueryNode> nodes(int depth) {
    List<QueryNode> nodes = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      nodes.add(node(depth - 1));
    }
    return nodes;
  }

  private QueryNode unit() {
    String word = pick(WORDS);
    return switch (random.nextInt(6)) {
      case 0 -> new QueryNode.ExactWord(word);
      case 1 -> new QueryNode.Phrase(word + " * b, (c)", random.nextInt(4));
      case 2 -> new QueryNode.Wildcard(word + "?b*");
      case 3 -> new QueryNode.Fuzzy(word, 1 + random.nextInt(2));
      default -> new QueryNode.Word(word);
    };
  }

  private QueryNode ranged() {
    LocalDate from = LocalDate.of(1 + random.nextInt(9998), 1 + random.nextInt(12), 1);
    Optional<LocalDate> to = Optional.of(from.plusDays(random.nextInt(40)));
    return switch (random.nextInt(8)) {
      case 7 ->
          new QueryNode.AddedRange(Optional.of(from), random.nextBoolean() ? to : Optional.empty());
      case 6 -> new QueryNode.OnList(pick(LISTS));
      case 0 -> new QueryNode.DateUnknown();
      case 1 -> new QueryNode.DateRange(Optional.of(from), Optional.empty());
      case 2 -> new QueryNode.DateRange(Optional.empty(), to);
      case 3 -> Trees.words(random.nextInt(5), 4 + random.nextInt(5));
      case 4 -> Trees.wordsFrom(random.nextInt(5));
      default -> new QueryNode.DateRange(Optional.of(from), to);
    };
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
