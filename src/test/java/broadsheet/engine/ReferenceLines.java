package broadsheet.engine;

import static java.util.Objects.requireNonNull;

import broadsheet.engine.PrintedArticle.Printed;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.LineOrder;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The lines of a concordance by reading each article, and their orders. */
final class ReferenceLines {

  static final List<QueryField> TEXTS =
      List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.BODY, QueryField.CAPTION);

  private static final Comparator<String> BY_CHARACTER =
      (one, other) -> Arrays.compare(one.codePoints().toArray(), other.codePoints().toArray());

  private final Map<String, PrintedArticle> byId;

  ReferenceLines(Collection<PrintedArticle> articles) {
    byId = articles.stream().collect(Collectors.toMap(a -> a.article().id(), Function.identity()));
  }

  /** A match: the indexes of its first and last word in the text it stands in. */
  record Spot(String id, QueryField part, int first, int last) {}

  /** Whether each place of a query is a line of its own. */
  static boolean isEachALine(QueryNode query) {
    return switch (query) {
      case QueryNode.Near _, QueryNode.NotNear _, QueryNode.AtLeast _ -> false;
      case QueryNode.Phrase phrase -> phrase.slop() == 0;
      case QueryNode.InField in -> isEachALine(in.child());
      case QueryNode.Boosted boosted -> isEachALine(boosted.child());
      case QueryNode.Not _ -> true;
      case QueryNode.AllOf all -> all.children().stream().allMatch(ReferenceLines::isEachALine);
      case QueryNode.Together all -> all.children().stream().allMatch(ReferenceLines::isEachALine);
      case QueryNode.AnyOf any -> any.children().stream().allMatch(ReferenceLines::isEachALine);
      default -> true;
    };
  }

  /** The places in the texts of all articles that match. */
  Set<Spot> places(QueryNode query) {
    return byId.values().stream()
        .flatMap(
            article ->
                ReferenceEvaluator.match(query, article).orElse(Set.of()).stream()
                    .filter(place -> TEXTS.contains(place.field()))
                    .map(place -> spot(article, place)))
        .collect(Collectors.toSet());
  }

  private static Spot spot(PrintedArticle article, ReferenceEvaluator.Place place) {
    List<Printed> words = article.words(place.field());
    List<Integer> within =
        IntStream.range(0, words.size())
            .filter(i -> words.get(i).paragraph() == place.paragraph())
            .filter(i -> words.get(i).start() >= place.start() && words.get(i).end() <= place.end())
            .boxed()
            .toList();
    return new Spot(article.article().id(), place.field(), within.getFirst(), within.getLast());
  }

  /** The match of a line. */
  Spot spot(Concordance.Line line) {
    PrintedArticle article = article(line.id());
    List<Printed> words = article.words(line.part());
    int end = line.start() + line.match().length();
    List<Integer> within =
        IntStream.range(0, words.size())
            .filter(i -> start(article, line.part(), i) >= line.start())
            .filter(i -> end(article, line.part(), i) <= end)
            .boxed()
            .toList();
    return new Spot(line.id(), line.part(), within.getFirst(), within.getLast());
  }

  PrintedArticle article(String id) {
    return requireNonNull(byId.get(id));
  }

  private static int start(PrintedArticle article, QueryField part, int word) {
    Printed printed = article.words(part).get(word);
    List<String> paragraphs =
        switch (part) {
          case BODY -> article.article().paragraphs();
          case CAPTION -> article.article().captions();
          default -> List.of("");
        };
    return printed.start()
        + paragraphs.subList(0, printed.paragraph()).stream().mapToInt(p -> p.length() + 1).sum();
  }

  private static int end(PrintedArticle article, QueryField part, int word) {
    Printed printed = article.words(part).get(word);
    return start(article, part, word) + printed.end() - printed.start();
  }

  /** An order of lines. */
  Comparator<Concordance.Line> in(LineOrder order) {
    Comparator<Concordance.Line> first =
        switch (order) {
          case ARTICLE -> (_, _) -> 0;
          case NEWEST ->
              Comparator.comparing(line -> time(line, Long.MIN_VALUE), Comparator.reverseOrder());
          case OLDEST -> Comparator.comparingLong(line -> time(line, Long.MAX_VALUE));
          case SOURCE -> Comparator.comparing(Concordance.Line::source, BY_CHARACTER);
          case LEFT1 -> beside(-1, -2, -3);
          case LEFT2 -> beside(-2, -3);
          case LEFT3 -> beside(-3);
          case RIGHT1 -> beside(1, 2, 3);
          case RIGHT2 -> beside(2, 3);
          case RIGHT3 -> beside(3);
          case MATCH -> Comparator.comparing(this::matched, BY_CHARACTER);
        };
    return first
        .thenComparing(Concordance.Line::id, BY_CHARACTER)
        .thenComparing(Concordance.Line::part)
        .thenComparingInt(Concordance.Line::start)
        .thenComparingInt(line -> line.match().length());
  }

  private static long time(Concordance.Line line, long undated) {
    return line.publishedAt()
        .first()
        .map(
            day ->
                day.atTime(line.publishedAt().time().orElse(LocalTime.MIN))
                    .toEpochSecond(ZoneOffset.UTC))
        .orElse(undated);
  }

  private Comparator<Concordance.Line> beside(int... distances) {
    Comparator<Concordance.Line> order = (_, _) -> 0;
    for (int distance : distances) {
      order = order.thenComparing(line -> beside(line, distance), BY_CHARACTER);
    }
    return order;
  }

  private String beside(Concordance.Line line, int distance) {
    Spot spot = spot(line);
    int at = distance < 0 ? spot.first() + distance : spot.last() + distance;
    int from = distance < 0 ? spot.first() : spot.last();
    List<Printed> words = article(line.id()).words(line.part());
    return at < 0 || at >= words.size() || words.get(at).paragraph() != words.get(from).paragraph()
        ? ""
        : ReferenceEvaluator.folded(words.get(at).word());
  }

  private String matched(Concordance.Line line) {
    Spot spot = spot(line);
    return article(line.id()).words(line.part()).subList(spot.first(), spot.last() + 1).stream()
        .map(word -> ReferenceEvaluator.folded(word.word()))
        .collect(Collectors.joining(" "));
  }
}
