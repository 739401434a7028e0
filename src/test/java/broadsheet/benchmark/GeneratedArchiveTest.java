package broadsheet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.TestCorpus;
import broadsheet.corpus.record.Ledger;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedArchiveTest {

  private static final int COUNT = 3_000;

  @TempDir private Path folder;

  private static List<GeneratedArticle> articles(long seed) {
    GeneratedArticles articles = new GeneratedArticles(seed, COUNT);
    List<GeneratedArticle> all = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      all.add(articles.next());
    }
    return all;
  }

  @Test
  void sameSeedGivesTheSameArticles() {
    List<GeneratedArticle> articles = articles(1);
    assertThat(articles(1)).isEqualTo(articles);
    assertThat(articles(2)).doesNotContainAnyElementsOf(articles);
  }

  @Test
  void everyArticleIsReadWithItsDateAndValues() throws Exception {
    GeneratedArchive.write(folder, 1, COUNT);
    assertThat(folder.resolve("part-00000.jsonl")).exists();
    List<Article> read = new ArrayList<>();
    TestCorpus.read(
        TestCorpus.of(List.of(folder), LocalDate.of(2026, 1, 1)), read::add, new Ledger());
    assertThat(read).hasSize(COUNT);
    assertThat(read).allMatch(article -> !article.source().isEmpty());
    assertThat(read).allMatch(article -> article.language().equals("en"));
    assertThat(read.stream().filter(article -> article.publishedAt().iso().isEmpty()).count())
        .isBetween(COUNT / 200L, COUNT / 50L);
  }

  @Test
  void newWordsKeepComing() {
    List<GeneratedArticle> articles = articles(1);
    Set<String> words = new HashSet<>();
    List<Integer> different = new ArrayList<>();
    for (int i = 0; i < COUNT; i++) {
      words.addAll(
          Arrays.asList(articles.get(i).body().toLowerCase(Locale.ROOT).split("[^a-z]+", -1)));
      if (i == COUNT / 2 - 1 || i == COUNT - 1) {
        different.add(words.size());
      }
    }
    double growth = (double) different.get(1) / different.get(0);
    assertThat(growth).isBetween(1.3, 1.7);
  }

  @Test
  void someAreReprintsAndSomeRepeatOneWordForWord() {
    List<GeneratedArticle> articles = articles(1);
    long texts = articles.stream().map(GeneratedArticle::body).distinct().count();
    long openings = articles.stream().map(a -> a.body().substring(0, 50)).distinct().count();
    assertThat(COUNT - texts).isBetween(5L, COUNT / 20L);
    assertThat(COUNT - openings).isBetween(COUNT / 25L, COUNT / 10L);
  }
}
