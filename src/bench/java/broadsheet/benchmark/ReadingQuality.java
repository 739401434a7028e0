package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares the articles of a corpus with the expected ones, file by file. Not thread-safe. */
final class ReadingQuality {
  private static final int ROW = 4;
  private static final DateReader DATES = new DateReader(LocalDate.now(ZoneOffset.UTC));

  /** Shares of the expected statements that are met, by what is stated. */
  private static final List<String> PARTS = List.of("headline", "day", "authors", "body F1");

  private final Map<String, List<Article>> byFile = new LinkedHashMap<>();

  ReadingQuality(List<Article> articles) {
    for (Article article : articles) {
      String location = article.locations().getFirst();
      int end = location.lastIndexOf('#');
      String file = end < 0 ? location : location.substring(0, end);
      byFile.computeIfAbsent(file, f -> new ArrayList<>()).add(article);
    }
  }

  /** Prints a row for each file of the tables; shares of nothing are left blank. */
  void print(Path corpus, List<ExpectedArticle.Table> tables) {
    System.out.println("| file | expected | read | " + String.join(" | ", PARTS) + " |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (ExpectedArticle.Table table : tables) {
      Map<String, List<ExpectedArticle>> files = new LinkedHashMap<>();
      table.articles().forEach(a -> files.computeIfAbsent(a.file(), f -> new ArrayList<>()).add(a));
      files.forEach(
          (file, expected) ->
              print(
                  file.isEmpty() ? table.name() : file,
                  expected,
                  file.isEmpty()
                      ? mostAlike(expected)
                      : byFile.getOrDefault(location(corpus, table.folder(), file), List.of())));
    }
  }

  private static String location(Path corpus, Path folder, String file) {
    return corpus.relativize(folder.resolve(file)).toString();
  }

  /** The articles of the file whose titles and openings are most like the expected ones. */
  private List<Article> mostAlike(List<ExpectedArticle> expected) {
    return byFile.values().stream()
        .max(Comparator.comparingDouble(found -> likeness(found, expected)))
        .orElse(List.of());
  }

  private static double likeness(List<Article> found, List<ExpectedArticle> expected) {
    return IntStream.range(0, Math.min(found.size(), expected.size()))
        .mapToDouble(i -> overlap(found.get(i), expected.get(i)))
        .sum();
  }

  private static void print(String name, List<ExpectedArticle> expected, List<Article> found) {
    double[] met = new double[PARTS.size()];
    int[] stated = new int[PARTS.size()];
    for (int i = 0; i < expected.size(); i++) {
      double[] shares = shares(expected.get(i), i < found.size() ? found.get(i) : null);
      for (int part = 0; part < shares.length; part++) {
        stated[part] += shares[part] < 0 ? 0 : 1;
        met[part] += Math.max(0, shares[part]);
      }
    }
    List<String> cells =
        IntStream.range(0, met.length)
            .mapToObj(
                i -> stated[i] == 0 ? "" : String.format(Locale.ROOT, "%.3f", met[i] / stated[i]))
            .toList();
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %d | %s |%n",
        name,
        expected.size(),
        found.size(),
        String.join(" | ", cells));
  }

  /** The share of each part that is met; negative where nothing is stated. */
  private static double[] shares(ExpectedArticle expected, Article found) {
    boolean isText = !expected.body().isEmpty() || !expected.opening().isEmpty();
    return new double[] {
      expected.title().isEmpty() ? -1 : isMet(found, a -> isSame(a.title(), expected.title())),
      expected.date().isEmpty() ? -1 : isMet(found, a -> isSameDay(a, expected.date())),
      expected.authors().isEmpty() ? -1 : isMet(found, a -> a.authors().equals(expected.authors())),
      !isText ? -1 : found == null ? 0 : overlap(found, expected)
    };
  }

  private static double isMet(Article found, Predicate<Article> condition) {
    return found != null && condition.test(found) ? 1 : 0;
  }

  private static boolean isSame(String read, String expected) {
    return bare(read).equals(bare(expected));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private static boolean isSameDay(Article article, String printed) {
    String day = PrintedDay.in(printed, DATES).date().iso();
    return !day.isEmpty() && article.publishedAt().iso().startsWith(day);
  }

  /** The F1 of the body, or of as many words of title and body as the opening has. */
  private static double overlap(Article article, ExpectedArticle expected) {
    String body = String.join("\n", article.paragraphs());
    if (!expected.body().isEmpty()) {
      return TextOverlap.of(body, expected.body(), ROW).f1();
    }
    int words = expected.opening().split("\\s+").length;
    String all = isTitled(body, article.title()) ? body : article.title() + " " + body;
    String start = String.join(" ", Stream.of(all.strip().split("\\s+")).limit(words).toList());
    return TextOverlap.of(start, expected.opening(), 1).f1();
  }

  private static boolean isTitled(String body, String title) {
    return bare(body).startsWith(bare(title));
  }
}
