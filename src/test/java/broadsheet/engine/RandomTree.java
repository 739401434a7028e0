package broadsheet.engine;

import static java.util.stream.Collectors.toSet;

import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.Reach;
import broadsheet.query.ShownFurniture;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Makes random trees. */
record RandomTree(Random random, List<String> words) {

  /** Trees of the words of {@link PrintedArticle}. */
  RandomTree(Random random) {
    this(random, PrintedArticle.WORDS);
  }

  /** One of the words. */
  String word() {
    return words.get(random.nextInt(words.size()));
  }

  QueryNode tree() {
    QueryNode tree = join(2);
    return random.nextInt(10) == 0 ? ShownFurniture.with(tree) : tree;
  }

  private QueryNode join(int depth) {
    int kind = random.nextInt(10);
    if (depth == 0 || kind < 3) {
      return unit(true);
    }
    List<QueryNode> children = new ArrayList<>();
    for (int i = 2 + random.nextInt(3); i > 0; i--) {
      children.add(join(depth - 1));
    }
    return switch (kind) {
      case 3, 4, 5 -> new QueryNode.Together(children);
      case 6 -> new QueryNode.AllOf(children);
      case 7, 8 -> new QueryNode.AnyOf(children);
      default -> new QueryNode.Not(children.getFirst());
    };
  }

  private QueryNode unit(boolean isFieldAllowed) {
    String word = word();
    return switch (random.nextInt(isFieldAllowed ? 19 : 8)) {
      case 12, 13, 14 -> new QueryNode.Near(side(2), side(2), reach());
      case 15 -> new QueryNode.NotNear(side(1), side(1), reach());
      case 16 -> new QueryNode.AtLeast(2 + random.nextInt(2), side(1));
      case 18 -> new QueryNode.OnList("some", someIds());
      case 17 -> new QueryNode.Near(near(), group(), reach());
      case 0, 1 -> new QueryNode.Word(word);
      case 2 -> new QueryNode.Word(random.nextInt(3) == 0 ? PrintedArticle.run(random) : word);
      case 3 -> new QueryNode.ExactWord(word);
      case 4, 5 -> phrase(word);
      case 6 -> new QueryNode.Wildcard(pattern(word));
      case 7 -> new QueryNode.Fuzzy(word, random.nextInt(3));
      case 8, 9 -> new QueryNode.InField(field(), unit(false));
      case 10 -> new QueryNode.DateRange(day(0), day(400));
      default -> new QueryNode.DateUnknown();
    };
  }

  /** Nodes that may be operands of proximity. */
  private QueryNode side(int depth) {
    return switch (random.nextInt(depth == 0 ? 2 : 8)) {
      case 0, 1, 2, 3 -> unit(false);
      case 4 -> new QueryNode.AnyOf(List.of(side(0), side(0), side(0)));
      case 5 -> group();
      case 6 -> near();
      default -> new QueryNode.NotNear(side(0), side(0), reach());
    };
  }

  private QueryNode near() {
    return new QueryNode.Near(side(0), side(0), reach());
  }

  private QueryNode group() {
    return new QueryNode.Together(List.of(side(0), side(0)));
  }

  private Reach reach() {
    boolean isOrdered = random.nextInt(3) == 0;
    return switch (random.nextInt(4)) {
      case 0 -> new Reach.Sentence(isOrdered);
      case 1 -> new Reach.Paragraph(isOrdered);
      default -> new Reach.Words(1 + random.nextInt(6), isOrdered);
    };
  }

  private QueryNode phrase(String first) {
    String middle = random.nextInt(4) == 0 ? " *" : "";
    String last = random.nextInt(4) == 0 ? first : word();
    int slop = random.nextInt(3) == 0 ? 1 + random.nextInt(4) : 0;
    return new QueryNode.Phrase(first + middle + " " + last, slop);
  }

  private String pattern(String word) {
    int at = 1 + random.nextInt(Math.max(1, word.length() - 1));
    return switch (random.nextInt(3)) {
      case 0 -> word.substring(0, at) + "*";
      case 1 -> "*" + word.substring(at - 1);
      default -> word.substring(0, at) + "?" + word.substring(Math.min(word.length(), at + 1));
    };
  }

  private Set<String> someIds() {
    return random.ints(random.nextInt(12), 0, 40).mapToObj(i -> "a" + i).collect(toSet());
  }

  private QueryField field() {
    return List.of(
            QueryField.TITLE,
            QueryField.LEAD,
            QueryField.BODY,
            QueryField.CAPTION,
            QueryField.SOURCE)
        .get(random.nextInt(5));
  }

  private Optional<LocalDate> day(int plus) {
    return random.nextInt(3) == 0
        ? Optional.empty()
        : Optional.of(LocalDate.of(2020, 1, 1).plusDays(plus + random.nextInt(300)));
  }
}
