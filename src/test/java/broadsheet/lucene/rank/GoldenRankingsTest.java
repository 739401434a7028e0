package broadsheet.lucene.rank;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rank of the article that answers each query, over a small archive, is kept in {@code
 * rank_stats.txt}: a change in ranking shows as a change in that file. Run with {@code
 * -Dgolden=update} to rewrite it, then review the difference.
 */
class GoldenRankingsTest {

  private static final Path FIXTURES = Path.of("src/test/resources/golden");
  private static final Path STATS = FIXTURES.resolve("rank_stats.txt");
  private static final int DEPTH = 20;
  private static final int FEW = 5;

  @TempDir private Path folder;

  /** A query, the article that should come first, and the hits. */
  private record Ranked(String query, String expected, List<String> found) {
    int rank() {
      return found.indexOf(expected) + 1;
    }

    String line() {
      String first = found.isEmpty() ? "-" : found.getFirst();
      String other = rank() == 1 ? "" : " (first: " + first + ")";
      return "%2s  %s → %s%s".formatted(rank() == 0 ? "-" : rank(), query, expected, other);
    }
  }

  @Test
  void rankingsAreThoseThatAreCommitted() throws IOException {
    TestIndex.build(folder, articles());
    String stats = stats(ranked());
    if ("update".equals(System.getProperty("golden"))) {
      Files.writeString(STATS, stats);
    }
    assertThat(stats)
        .as("rankings have changed: look at them, then run with -Dgolden=update")
        .isEqualTo(Files.readString(STATS));
  }

  private List<Ranked> ranked() throws IOException {
    List<Ranked> ranked = new ArrayList<>();
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(folder)) {
      for (String line : Files.readAllLines(FIXTURES.resolve("queries.tsv"))) {
        String[] fields = line.split("\t", -1);
        var query = QueryParser.parse(fields[0], LocalDate.of(2000, 1, 1)).root();
        ranked.add(
            new Ranked(fields[0], fields[1], engine.rank(SearchRequest.of(query), DEPTH).ids()));
      }
    }
    return ranked;
  }

  private static String stats(List<Ranked> ranked) {
    StringBuilder stats = new StringBuilder();
    stats.append(line("queries", ranked.size()));
    stats.append(line("recall@1", share(ranked, 1)));
    stats.append(line("recall@5", share(ranked, FEW)));
    double reciprocal =
        ranked.stream().mapToDouble(r -> r.rank() == 0 ? 0 : 1.0 / r.rank()).average().orElse(0);
    stats.append(line("MRR", reciprocal)).append('\n');
    ranked.forEach(r -> stats.append(r.line()).append('\n'));
    return stats.toString();
  }

  private static double share(List<Ranked> ranked, int among) {
    return ranked.stream().filter(r -> r.rank() > 0 && r.rank() <= among).count()
        / (double) ranked.size();
  }

  private static String line(String name, Number value) {
    return value instanceof Integer
        ? "%-9s %s\n".formatted(name, value)
        : String.format(Locale.ROOT, "%-9s %.4f\n", name, value.doubleValue());
  }

  private static List<Article> articles() throws IOException {
    ObjectMapper json = new ObjectMapper();
    List<Article> articles = new ArrayList<>();
    for (String line : Files.readAllLines(FIXTURES.resolve("articles.jsonl"))) {
      JsonNode article = json.readTree(line);
      List<String> paragraphs = new ArrayList<>();
      article.get("body").forEach(paragraph -> paragraphs.add(paragraph.asText()));
      articles.add(
          Article.withId(article.get("id").asText())
              .title(article.get("title").asText())
              .paragraphs(paragraphs)
              .language(article.get("language").asText())
              .build());
    }
    return articles;
  }
}
