package broadsheet.lucene.similar;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.DistinctiveWords.Sample;
import broadsheet.engine.result.DistinctiveWords.Word;
import broadsheet.engine.words.WordStatistics;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DistinctiveWordsTest {

  private static final LocalDate PEAK = LocalDate.of(2021, 5, 5);
  private static final Contrast PEAK_DAY =
      new Contrast.Days(
          new DateSpan(PEAK, PEAK), new DateSpan(PEAK.minusDays(3), PEAK.plusDays(3)));

  /** Enough different words that no article is mistaken for another's reprint. */
  private static final List<String> FILLERS =
      List.of(
          "amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath", "inlet", "jetty",
          "knoll", "ledge");

  @TempDir private Path folder;
  private final List<Article> articles = new ArrayList<>();

  /** The harbour every day; strikes as well on one of them. */
  private void addHarbour() {
    for (int i = 0; i < 12; i++) {
      add(
          "calm" + i,
          "en",
          "The harbour was open and 1987 ships called. " + FILLERS.get(i),
          PEAK.plusDays(i % 2 == 0 ? -1 - i / 4 : 1 + i / 4));
    }
    for (int i = 0; i < 6; i++) {
      String strikers = i < 4 ? "Strikers, Strikers" : "strikers";
      String text = "The harbour was shut: " + strikers + " there in 2021. " + FILLERS.get(i);
      add("strike" + i, "en", text, PEAK);
    }
  }

  private void add(String id, String language, String text, LocalDate day) {
    articles.add(
        Article.withId(id)
            .title(id + " " + FILLERS.get(articles.size() % FILLERS.size()))
            .paragraphs(List.of(text))
            .language(language)
            .source(id.startsWith("calm") ? "Calm" : "Other")
            .publishedAt(PublicationDate.stated(day.toString()))
            .build());
  }

  @Test
  void whatIsOnlyInTheseDaysIsTold() {
    addHarbour();
    DistinctiveWords found = found("harbour", Filters.none());
    assertThat(found.within()).isEqualTo(new Sample(6, 6));
    assertThat(found.around()).isEqualTo(new Sample(12, 12));
    assertThat(found.isComplete()).isTrue();
    Word first = found.words().getFirst();
    assertThat(found.words()).extracting(Word::text).containsExactlyInAnyOrder("shut", "Strikers");
    assertThat(first.within()).isEqualTo(6);
    assertThat(first.around()).isZero();
    assertThat(first.score()).isEqualTo(WordStatistics.logLikelihood(6, 6, 0, 12));
  }

  @Test
  void wordsOfTheQueryAreNotTold() {
    addHarbour();
    assertThat(texts("harbour AND (striker OR open)")).containsExactly("shut");
    assertThat(texts("harbour AND (strik* OR open)")).containsExactly("shut");
    assertThat(texts("harbour AND (\"was shut\" OR open)")).containsExactly("Strikers");
    assertThat(texts("harbour AND ((shut w/3 strikers) OR open)")).isEmpty();
  }

  @Test
  void filtersHold() {
    addHarbour();
    Filters calm =
        new Filters(Optional.empty(), Optional.empty(), Map.of(FacetField.SOURCE, List.of("Calm")));
    DistinctiveWords found = found("harbour", calm);
    assertThat(found.within()).isEqualTo(new Sample(0, 0));
    assertThat(found.words()).isEmpty();
  }

  @Test
  void stopWordsAreThoseOfTheArticlesLanguage() {
    for (int i = 0; i < 8; i++) {
      String filler = FILLERS.get(i);
      add("before" + i, "de", "Hafen offen " + filler, PEAK.minusDays(1));
      add("then" + i, "de", "Hafen damit nicht offen, Streik " + filler, PEAK);
    }
    assertThat(texts("Hafen")).containsExactly("Streik");
  }

  @Test
  void reprintsCountOnce() {
    addHarbour();
    String story = String.join(" ", FILLERS).repeat(4) + " the harbour had a whale in it";
    for (int i = 0; i < 8; i++) {
      add("reprint" + i, "en", story + " again".repeat(i), PEAK);
    }
    DistinctiveWords found = found("harbour", Filters.none());
    assertThat(found.within().hits()).isEqualTo(14);
    assertThat(found.within().read()).isEqualTo(7);
    assertThat(found.words()).extracting(Word::text).doesNotContain("whale");
  }

  @Test
  void ofManyHitsASampleIsReadAndItIsTheSameEachTime() {
    Random random = new Random(7);
    for (int i = 0; i < 700; i++) {
      StringBuilder text = new StringBuilder(i % 4 == 0 ? "harbour flood" : "harbour");
      for (int word = 0; word < 20; word++) {
        text.append(' ');
        random.ints(6, 'a', 'z').forEach(text::appendCodePoint);
      }
      add("a" + i, "en", text.toString(), i % 2 == 0 ? PEAK : PEAK.plusDays(1));
    }
    try (var engine = engine()) {
      QueryNode query = parsed("harbour");
      DistinctiveWords found = engine.distinctiveWords(query, Filters.none(), PEAK_DAY);
      assertThat(found.within()).isEqualTo(new Sample(350, 300));
      assertThat(found.around()).isEqualTo(new Sample(350, 300));
      assertThat(found.words().getFirst().text()).isEqualTo("flood");
      assertThat(engine.distinctiveWords(query, Filters.none(), PEAK_DAY)).isEqualTo(found);
    }
  }

  @Test
  void withoutTimeNothingIsTold() {
    addHarbour();
    TestIndex.build(folder, articles);
    try (var engine = LuceneSearchEngine.open(folder, Duration.ofNanos(1))) {
      DistinctiveWords found = engine.distinctiveWords(parsed("harbour"), Filters.none(), PEAK_DAY);
      assertThat(found.words()).isEmpty();
      assertThat(found.isComplete()).isFalse();
    }
  }

  private List<String> texts(String query) {
    return found(query, Filters.none()).words().stream().map(Word::text).toList();
  }

  private DistinctiveWords found(String query, Filters filters) {
    try (var engine = engine()) {
      return engine.distinctiveWords(parsed(query), filters, PEAK_DAY);
    }
  }

  /** Must hold however busy the machine is. */
  private LuceneSearchEngine engine() {
    TestIndex.build(folder, articles);
    return LuceneSearchEngine.open(folder, Duration.ofMinutes(30));
  }

  private static QueryNode parsed(String query) {
    return QueryParser.parse(query, LocalDate.of(2026, 1, 1)).root();
  }
}
