package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.Corpus;
import broadsheet.corpus.Ledger;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Measures how much of the true text of web pages is found, and how much else. {@code
 * -Dcorpus=PATH} names a copy of Zyte's article extraction benchmark: pages in {@code html/} and
 * the true text of each in {@code ground-truth.json}. The pages go through the whole {@link
 * Corpus}.
 */
public final class ExtractionMeasure {
  private static final Pattern TOKEN = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final int SHINGLE = 4;
  private static final int WORST = 12;
  private static final int WARM_UP = 5;

  private ExtractionMeasure() {}

  /** How well a text matches the true one, each from 0 to 1. */
  private record Score(double precision, double recall) {
    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  private record Page(String url, Score words, Score shingles) {}

  /** Prints means over all pages that have a true text, and the worst pages. */
  public static void main(String[] args) throws IOException {
    String path = System.getProperty("corpus", "");
    if (path.isEmpty()) {
      throw new IllegalStateException("name a folder with -Dcorpus=PATH");
    }
    Path folder = Path.of(path);
    JsonNode truth = new ObjectMapper().readTree(folder.resolve("ground-truth.json").toFile());
    for (int i = 0; i < WARM_UP; i++) {
      read(folder);
    }
    long start = cpuNanos();
    List<Article> articles = read(folder);
    double millis = (cpuNanos() - start) / 1e6;
    List<Page> pages = articles.stream().map(article -> page(article, truth)).toList();
    print(pages, millis);
  }

  private static List<Article> read(Path folder) {
    List<Article> articles = new ArrayList<>();
    Corpus.of(List.of(folder.resolve("html")), LocalDate.now(ZoneOffset.UTC))
        .read(articles::add, new Ledger());
    return articles;
  }

  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static Page page(Article article, JsonNode truth) {
    String name =
        article
            .locations()
            .getFirst()
            .substring(article.locations().getFirst().lastIndexOf('/') + 1);
    JsonNode page = truth.path(name.replaceFirst("\\..*", ""));
    List<String> found = tokens(String.join("\n", article.paragraphs()));
    List<String> expected = tokens(page.path("articleBody").asText());
    return new Page(
        page.path("url").asText(), score(found, expected, 1), score(found, expected, SHINGLE));
  }

  private static List<String> tokens(String text) {
    return TOKEN.matcher(text).results().map(MatchResult::group).toList();
  }

  private static Score score(List<String> found, List<String> expected, int length) {
    Map<String, Integer> left = counts(expected, length);
    int all = left.values().stream().mapToInt(Integer::intValue).sum();
    int hits = 0;
    int given = 0;
    for (Map.Entry<String, Integer> shingle : counts(found, length).entrySet()) {
      given += shingle.getValue();
      hits += Math.min(shingle.getValue(), left.getOrDefault(shingle.getKey(), 0));
    }
    return new Score(given == 0 ? 0 : (double) hits / given, all == 0 ? 0 : (double) hits / all);
  }

  /** How often each row of tokens of this length occurs; a shorter text is one row. */
  private static Map<String, Integer> counts(List<String> tokens, int length) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < Math.max(1, tokens.size() - length + 1); i++) {
      int end = Math.min(tokens.size(), i + length);
      counts.merge(String.join(" ", tokens.subList(i, end)), 1, Integer::sum);
    }
    return counts;
  }

  private static void print(List<Page> pages, double millis) {
    print(
        String.format(
            Locale.ROOT,
            "%d pages, %.1f ms of one processor a page",
            pages.size(),
            millis / pages.size()));
    print("           precision  recall      F1");
    print("words", pages.stream().map(Page::words).toList());
    print("4-grams", pages.stream().map(Page::shingles).toList());
    pages.stream()
        .sorted(Comparator.comparingDouble(page -> page.words().f1()))
        .limit(WORST)
        .forEach(page -> print(page.url() + "\n          ", List.of(page.words())));
  }

  private static void print(String name, List<Score> scores) {
    print(
        String.format(
            Locale.ROOT,
            "%-10s %9.4f %7.4f %7.4f",
            name,
            scores.stream().mapToDouble(Score::precision).average().orElse(0),
            scores.stream().mapToDouble(Score::recall).average().orElse(0),
            scores.stream().mapToDouble(Score::f1).average().orElse(0)));
  }

  private static void print(String line) {
    System.out.println(line);
  }
}
