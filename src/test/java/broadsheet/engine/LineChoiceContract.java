package broadsheet.engine;

import static broadsheet.engine.TestArticles.article;
import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Filters;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.Concordance.Line;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Forms;
import broadsheet.engine.words.Keywords;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.LineSample;
import broadsheet.engine.words.NearWord;
import broadsheet.engine.words.Sequences;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Chooses lines of a concordance: the forms typed, a word near, random ones, levels of sorting. */
abstract class LineChoiceContract extends EngineContract {

  private static final int ARTICLES = 40;
  private static final List<String> VOCABULARY =
      List.of("storm", "storms", "Storm’s", "gale", "the", "coast", "rain", "severe", "of");

  private int round;

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.of(2026, 1, 1)).root();
  }

  private static WordSet set(String query, boolean isTyped) {
    return new WordSet(parsed(query), Filters.none(), false, isTyped);
  }

  private static List<Article> articles(Random random) {
    List<Article> articles = new ArrayList<>();
    for (int i = 0; i < ARTICLES; i++) {
      List<String> paragraphs = new ArrayList<>();
      for (int p = 0; p < 3; p++) {
        paragraphs.add(
            random
                    .ints(4 + random.nextInt(12), 0, VOCABULARY.size())
                    .mapToObj(VOCABULARY::get)
                    .collect(Collectors.joining(" "))
                + ".");
      }
      articles.add(
          Article.withId("a" + i)
              .title("")
              .paragraphs(paragraphs)
              .language("en")
              .source("Post " + i % 3)
              .publishedAt(PublicationDate.stated("2020-01-" + (10 + i % 15)))
              .build());
    }
    return articles;
  }

  private SearchEngine random(Random random) {
    var place = folder.resolve("chosen" + round++);
    build(place, articles(random));
    return open(place);
  }

  private static List<Line> lines(SearchEngine engine, ConcordanceRequest request) {
    List<Line> lines = new ArrayList<>();
    ConcordanceRequest next = request;
    while (true) {
      Concordance page = engine.workbench().concordance(next);
      lines.addAll(page.lines());
      if (page.next().isEmpty()) {
        return lines;
      }
      next =
          new ConcordanceRequest(
              request.set(),
              request.order(),
              request.size(),
              page.next(),
              request.context(),
              request.then(),
              request.near(),
              request.sample(),
              request.marked());
    }
  }

  private record Choice(
      List<LineOrder> orders,
      Optional<NearWord> near,
      Optional<LineSample> sample,
      Optional<QueryNode> marked) {
    static Choice sorted(LineOrder... orders) {
      return new Choice(List.of(orders), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Choice drawn(LineOrder order, LineSample sample) {
      return new Choice(List.of(order), Optional.empty(), Optional.of(sample), Optional.empty());
    }

    ConcordanceRequest of(WordSet set, int size) {
      return new ConcordanceRequest(
          set,
          orders.getFirst(),
          size,
          Optional.empty(),
          30,
          orders.subList(1, orders.size()),
          near,
          sample,
          marked);
    }
  }

  @Test
  void typedWordsAreTheFormTypedAloneAndFormsAddUp() {
    Random random = new Random(5);
    try (SearchEngine engine = random(random)) {
      List<Line> typed = lines(engine, Choice.sorted(LineOrder.ARTICLE).of(set("storm", true), 50));
      List<Line> any = lines(engine, Choice.sorted(LineOrder.MATCH).of(set("storm", false), 50));
      assertThat(typed).isNotEmpty().extracting(Line::match).containsOnly("storm");
      Map<String, Long> forms =
          any.stream()
              .collect(
                  Collectors.groupingBy(
                      line -> line.match().toLowerCase(java.util.Locale.ROOT).replace('’', '\''),
                      Collectors.counting()));
      Forms counted = engine.workbench().forms(set("storm", false), 10);
      assertThat(counted.forms().stream().collect(Collectors.toMap(f -> f.text(), f -> f.count())))
          .isEqualTo(forms)
          .containsOnlyKeys("storm", "storms", "storm's")
          .containsEntry("storm", (long) typed.size());
      assertThat(counted.matches()).isEqualTo(any.size());
      assertThat(engine.workbench().forms(set("storm", true), 10).matches())
          .isEqualTo(typed.size());
      assertThat(counted.forms()).isSortedAccordingTo((a, b) -> Long.compare(b.count(), a.count()));
    }
  }

  @Test
  void optionalWordsBesideOthersHaveNoLinesAsTypedEither() {
    try (SearchEngine engine =
        engine(folder, article("a", "The mayor of the port and its mayors."))) {
      assertThat(lines(engine, Choice.sorted(LineOrder.ARTICLE).of(set("the mayor", true), 9)))
          .extracting(Line::match)
          .containsExactly("mayor");
      assertThat(lines(engine, Choice.sorted(LineOrder.ARTICLE).of(set("the", true), 9)))
          .extracting(Line::match)
          .containsExactly("The", "the");
    }
  }

  @Test
  void aCollocateHasAsManyLinesAsItIsNear() {
    Seeds.each(Seeds.orAsked(1), this::assertCollocates);
  }

  private void assertCollocates(Random random) {
    try (SearchEngine engine = random(random)) {
      for (String query : List.of("storm", "\"the storm\"", "gale OR storm")) {
        WordSet set = set(query, random.nextBoolean());
        NearWord.Window window =
            new NearWord.Window(random.nextInt(4), 1 + random.nextInt(4), random.nextBoolean());
        Collocates found =
            engine
                .workbench()
                .collocates(
                    new CollocatesRequest(
                        set,
                        window.left(),
                        window.right(),
                        window.isWithinSentence(),
                        true,
                        1,
                        Association.OBSERVED,
                        100));
        for (Collocates.Collocate each : found.collocates()) {
          for (LineOrder order : List.of(LineOrder.ARTICLE, LineOrder.RIGHT1, LineOrder.NEWEST)) {
            Choice near =
                new Choice(
                    List.of(order),
                    Optional.of(new NearWord(each.word(), window)),
                    Optional.empty(),
                    Optional.empty());
            assertThat(lines(engine, near.of(set, 7)))
                .as("%s near %s in %s by %s", each, query, window, order)
                .doesNotHaveDuplicates()
                .hasSize((int) each.observed())
                .allMatch(
                    line ->
                        line.match()
                            .toLowerCase(java.util.Locale.ROOT)
                            .replace('’', '\'')
                            .contains(each.word()));
          }
        }
      }
    }
  }

  @Test
  void keywordsAndSequencesHaveAsManyLinesAsTheyArePrinted() {
    try (SearchEngine engine = random(new Random(8))) {
      WordSet set = set("gale -rain", true);
      Keywords keywords =
          engine.workbench().keywords(new KeywordsRequest(set, Optional.empty(), true, 1, 100));
      assertThat(keywords.keywords()).isNotEmpty();
      for (Keywords.Keyword each : keywords.keywords()) {
        assertThat(marked(engine, set, each.word())).as("%s", each).isEqualTo(each.count());
      }
      Sequences pairs =
          engine.workbench().sequences(new SequencesRequest(set("gale", true), 2, true, 1, 20));
      for (Sequences.Sequence each : pairs.sequences()) {
        assertThat(marked(engine, set("gale", true), each.text()))
            .as("%s", each)
            .isEqualTo(each.count());
      }
    }
  }

  private static long marked(SearchEngine engine, WordSet set, String words) {
    Choice choice =
        new Choice(
            List.of(LineOrder.ARTICLE),
            Optional.empty(),
            Optional.empty(),
            Optional.of(new QueryNode.Phrase(words, 0)));
    return lines(engine, choice.of(set, 100)).size();
  }

  @Test
  void aSeedDrawsTheSameLinesAgainFromAnotherCopyAndAfterAnUpdate() {
    List<Article> articles = articles(new Random(3));
    build(folder.resolve("one"), articles);
    List<Article> reversed = new ArrayList<>(articles.reversed());
    reversed.add(article("more", "nothing of the kind"));
    build(folder.resolve("other"), reversed);
    LineSample ten = new LineSample(10, 100, 7);
    try (SearchEngine one = open(folder.resolve("one"));
        SearchEngine other = open(folder.resolve("other"))) {
      WordSet set = set("storm", true);
      List<Line> all = lines(one, Choice.sorted(LineOrder.ARTICLE).of(set, 100));
      List<Line> drawn = lines(one, Choice.drawn(LineOrder.ARTICLE, ten).of(set, 3));
      assertThat(drawn).hasSize(10).doesNotHaveDuplicates().isSubsetOf(all);
      assertThat(lines(other, Choice.drawn(LineOrder.ARTICLE, ten).of(set, 100))).isEqualTo(drawn);
      assertThat(lines(other, Choice.drawn(LineOrder.LEFT2, ten).of(set, 4)))
          .containsExactlyInAnyOrderElementsOf(drawn);
      assertThat(lines(one, Choice.drawn(LineOrder.ARTICLE, new LineSample(5, 100, 7)).of(set, 9)))
          .isSubsetOf(drawn);
      assertThat(lines(one, Choice.drawn(LineOrder.ARTICLE, new LineSample(10, 100, 8)).of(set, 9)))
          .hasSize(10)
          .isNotEqualTo(drawn);
      List<Line> half =
          lines(one, Choice.drawn(LineOrder.ARTICLE, new LineSample(0, 50, 7)).of(set, 100));
      assertThat(half.size()).isBetween(all.size() / 3, all.size() * 2 / 3);
      assertThat(half).isSubsetOf(all);
      Concordance page =
          one.workbench().concordance(Choice.drawn(LineOrder.ARTICLE, ten).of(set, 100));
      assertThat(page.total()).hasValue(10);
      assertThat(page.extent().isExact()).isTrue();
    }
  }

  @Test
  void equalLinesAreSortedByFurtherLevels() {
    try (SearchEngine engine = random(new Random(4))) {
      WordSet set = set("storm", false);
      List<Line> lines =
          lines(
              engine, Choice.sorted(LineOrder.MATCH, LineOrder.LEFT1, LineOrder.NEWEST).of(set, 6));
      assertThat(new HashSet<>(lines))
          .isEqualTo(new HashSet<>(lines(engine, Choice.sorted(LineOrder.ARTICLE).of(set, 100))));
      assertThat(lines)
          .extracting(
              line ->
                  line.match().toLowerCase(java.util.Locale.ROOT).replace('’', '\'')
                      + '\u0001'
                      + last(line.left()))
          .isSorted();
      for (int i = 1; i < lines.size(); i++) {
        Line before = lines.get(i - 1);
        Line line = lines.get(i);
        if (before.match().equals(line.match()) && last(before.left()).equals(last(line.left()))) {
          assertThat(line.publishedAt().iso()).isLessThanOrEqualTo(before.publishedAt().iso());
        }
      }
    }
  }

  private static String last(String left) {
    String word = left.strip().replaceAll(".* ", "").toLowerCase(java.util.Locale.ROOT);
    return word.endsWith(".") ? "" : word.replace('’', '\'');
  }

  @Test
  void clustersHaveAWholeMatchInThemAndEachPlaceCountsOnce() {
    try (SearchEngine engine =
        engine(
            folder,
            article("a", "Red storm storm blue", "storm front"),
            article("b", "A red storm", "No gale here"))) {
      SequencesRequest pairs = new SequencesRequest(set("storm", true), 2, true, 1, 20, true);
      assertThat(engine.workbench().sequences(pairs).sequences())
          .containsExactly(
              new Sequences.Sequence("red storm", 2, 2),
              new Sequences.Sequence("storm blue", 1, 1),
              new Sequences.Sequence("storm front", 1, 1),
              new Sequences.Sequence("storm storm", 1, 1));
      SequencesRequest of = new SequencesRequest(set("\"red storm\"", true), 3, true, 1, 20, true);
      assertThat(engine.workbench().sequences(of).sequences())
          .containsExactly(
              new Sequences.Sequence("a red storm", 1, 1),
              new Sequences.Sequence("red storm storm", 1, 1));
    }
  }

  @Test
  void aTypedRowOfCharactersEndsAtPunctuation() {
    try (SearchEngine engine =
        engine(
            folder,
            chinese("a", "他在海中，国家也在。"),
            chinese("b", "中国的城市。"),
            chinese("c", "在中，国外；中国和中 国。"))) {
      for (String query : List.of("中国", "=中国", "\"中国\"")) {
        assertThat(lines(engine, Choice.sorted(LineOrder.ARTICLE).of(set(query, true), 9)))
            .as(query)
            .extracting(line -> line.id() + line.match())
            .containsExactly("b中国", "c中国");
      }
      assertThat(lines(engine, Choice.sorted(LineOrder.ARTICLE).of(set("\"中 国\"", true), 9)))
          .hasSize(5);
    }
  }

  private static Article chinese(String id, String text) {
    return Article.withId(id).title("").paragraphs(List.of(text)).language("zh").build();
  }
}
