package broadsheet.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.Thorough;
import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.IndexDamagedException;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.ledger.Outcome;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * Damage that only a search meets: each request is answered, or refused with the message that the
 * index is damaged, and the engine reports itself as damaged.
 */
class DamagedBlocksTest {

  private static final int ARTICLES = 300;
  private static final int FEW = 40;
  private static final List<String> KINDS = List.of("fdt", "doc", "pos", "dvd", "tim");

  private static final List<String> QUERIES =
      List.of("oil", "\"the oil\"", "oil w/5 said", "a*", "oil OR made", "source:lantern oil -it");

  @TempDir private Path folder;
  private Path index = Path.of("");
  private List<IndexBlocks> blocks = List.of();

  @BeforeEach
  void makeAnIndex() throws IOException {
    index = folder.resolve("index");
    TestIndex.build(index, articles());
    blocks = IndexBlocks.of(index, KINDS);
    assertThat(blocks).extracting(IndexBlocks::kind).containsAll(KINDS);
  }

  private static List<Article> articles() {
    List<Article> articles = new ArrayList<>();
    for (Article made : ManyArticles.of(ARTICLES, 1)) {
      int number = articles.size();
      articles.add(
          Article.withId(made.id())
              .title(made.title())
              .paragraphs(made.paragraphs())
              .source(number % 2 == 0 ? "The Lantern" : "The Evening Post")
              .section("Section " + number % 7)
              .publishedAt(PublicationDate.stated(2000 + number % 20 + "-06-05"))
              .language("en")
              .build());
    }
    return articles;
  }

  @Thorough
  @Test
  void damageIsAnsweredAsDamage(TestReporter reporter) {
    Map<String, Integer> outcomes = new TreeMap<>();
    Seeds.each(Seeds.orAsked(FEW) - 1, random -> damageAndAsk(random, outcomes));
    reporter.publishEntry("damaged blocks", outcomes.toString());
  }

  private void damageAndAsk(Random random, Map<String, Integer> outcomes) {
    IndexBlocks block = blocks.get(random.nextInt(blocks.size()));
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index, Duration.ofSeconds(10))) {
      byte[] whole = Files.readAllBytes(block.file());
      if (random.nextInt(4) == 0) {
        block.destroy(random);
      } else {
        block.damage(random);
      }
      boolean isMet = isMet(engine);
      outcomes.merge(block.kind() + (isMet ? " met" : " not met"), 1, Integer::sum);
      if (isMet) {
        assertThat(engine.status().fault().orElse("")).contains("damaged", "broadsheet check");
      }
      Files.write(block.file(), whole);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether anything met the damage; fails where that shows in another way than it should. */
  private static boolean isMet(LuceneSearchEngine engine) {
    boolean isMet = false;
    for (Runnable question : questions(engine)) {
      try {
        question.run();
      } catch (IndexDamagedException e) {
        assertThat(e.getMessage()).contains("is damaged", "Rebuild it").doesNotContain("\n");
        isMet = true;
      } catch (EngineBusyException e) {
        // as busy as it may be
      }
    }
    return isMet;
  }

  /** All that can be asked. */
  private static List<Runnable> questions(LuceneSearchEngine engine) {
    Filters all = Filters.none();
    List<Runnable> questions = new ArrayList<>();
    for (String text : QUERIES) {
      QueryNode query = QueryParser.parse(text, LocalDate.EPOCH).root();
      questions.add(() -> engine.search(SearchRequest.of(query)));
      questions.add(() -> engine.find("made-up-7", query));
      questions.add(() -> engine.explain(SearchRequest.of(query, all), "made-up-7"));
      questions.add(() -> engine.export(SearchRequest.of(query), _ -> {}));
      questions.add(() -> engine.trends(List.of(query), all, Optional.empty()));
      questions.add(() -> engine.rank(SearchRequest.of(query, all), 100));
    }
    questions.add(() -> engine.article("made-up-9"));
    questions.add(() -> engine.similarTo("made-up-9", 5));
    questions.add(() -> engine.suggest("oi", 8));
    questions.add(engine::coverage);
    questions.add(() -> Stream.of(Outcome.values()).forEach(o -> engine.ledger().entries(o, 0, 9)));
    return questions;
  }

  /** An exception from the consumer is the consumer's, and says nothing about the index. */
  @Test
  void failureOfWhoeverTakesAnExportIsNoDamage() {
    IllegalStateException failure = new IllegalStateException("no more room");
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(index)) {
      QueryNode query = new QueryNode.Word("oil");
      assertThat(
              thrown(
                  () ->
                      engine.export(
                          SearchRequest.of(query),
                          _ -> {
                            throw failure;
                          })))
          .isSameAs(failure);
      assertThat(engine.status().fault()).isEmpty();
    }
  }

  private static Throwable thrown(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      return e;
    }
    throw new AssertionError("nothing was thrown");
  }
}
