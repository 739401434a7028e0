package broadsheet.benchmark;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Compares the articles of a corpus with the expected ones, by format. Not thread-safe. */
final class ReadingQuality {
  private static final int ROW = 4;
  private static final List<String> PARTS = List.of("headline", "day", "authors", "body F1");

  private final DateReader dates = new DateReader(LocalDate.now(ZoneOffset.UTC));
  private final Path corpus;
  private final Map<String, List<Article>> byFile = new LinkedHashMap<>();
  private final Map<String, Counts> byFormat = new TreeMap<>();

  ReadingQuality(Path corpus, List<Article> articles) {
    this.corpus = corpus;
    for (Article article : articles) {
      String location = article.locations().getFirst();
      int end = location.lastIndexOf('#');
      byFile
          .computeIfAbsent(end < 0 ? location : location.substring(0, end), f -> new ArrayList<>())
          .add(article);
    }
  }

  /** The articles found in a format, and the share of their parts that are right. */
  private static final class Counts {
    private int expected;
    private int read;
    private final double[] met = new double[PARTS.size()];
    private final int[] stated = new int[PARTS.size()];

    void add(int part, Optional<Double> share) {
      stated[part] += share.isPresent() ? 1 : 0;
      met[part] += share.orElse(0.0);
    }

    /** The shares that are met; blank where nothing is stated. */
    String row(String name) {
      List<String> cells = new ArrayList<>(List.of(name, "" + expected, "" + read));
      for (int i = 0; i < met.length; i++) {
        cells.add(stated[i] == 0 ? "" : String.format(Locale.ROOT, "%.3f", met[i] / stated[i]));
      }
      return "| " + String.join(" | ", cells) + " |";
    }
  }

  /** Prints a row for each format of the files in the tables. */
  void print(List<ExpectedArticle.Table> tables) throws IOException {
    for (ExpectedArticle.Table table : tables) {
      Map<String, List<ExpectedArticle>> files = new LinkedHashMap<>();
      for (ExpectedArticle article : table.articles()) {
        files.computeIfAbsent(article.file(), f -> new ArrayList<>()).add(article);
      }
      for (Map.Entry<String, List<ExpectedArticle>> file : files.entrySet()) {
        String location =
            file.getKey().isEmpty()
                ? mostAlike(file.getValue())
                : corpus.relativize(table.folder().resolve(file.getKey())).toString();
        compare(location, file.getValue());
      }
    }
    System.out.println("| format | expected | read | " + String.join(" | ", PARTS) + " |");
    System.out.println("|---|---|---|---|---|---|---|");
    byFormat.forEach((format, counts) -> System.out.println(counts.row(format)));
  }

  /** The file whose titles and openings are most like the expected ones. */
  private String mostAlike(List<ExpectedArticle> expected) {
    return byFile.entrySet().stream()
        .max(Comparator.comparingDouble(file -> likeness(file.getValue(), expected)))
        .map(Map.Entry::getKey)
        .orElse("");
  }

  private static double likeness(List<Article> found, List<ExpectedArticle> expected) {
    return IntStream.range(0, Math.min(found.size(), expected.size()))
        .mapToDouble(i -> overlap(found.get(i), expected.get(i)))
        .sum();
  }

  private void compare(String file, List<ExpectedArticle> expected) throws IOException {
    List<Article> found = byFile.getOrDefault(file, List.of());
    Counts counts = byFormat.computeIfAbsent(format(file), f -> new Counts());
    counts.expected += expected.size();
    counts.read += found.size();
    for (int i = 0; i < expected.size(); i++) {
      ExpectedArticle its = expected.get(i);
      Optional<Article> article = i < found.size() ? Optional.of(found.get(i)) : Optional.empty();
      counts.add(0, met(its.title(), article, a -> bare(a.title()).equals(bare(its.title()))));
      counts.add(1, met(its.date(), article, a -> isOn(a, its.date())));
      String authors = String.join("; ", its.authors());
      counts.add(2, met(authors, article, a -> a.authors().equals(its.authors())));
      counts.add(
          3,
          (its.body() + its.opening()).isEmpty()
              ? Optional.empty()
              : Optional.of(article.map(a -> overlap(a, its)).orElse(0.0)));
    }
  }

  /** The name of the format that reads a file; of a packed one its extension. */
  private String format(String file) throws IOException {
    Path path = corpus.resolve(file);
    if (!Files.isRegularFile(path)) {
      return "no such file";
    }
    try (Formats formats = Formats.all(dates);
        InputStream in = Files.newInputStream(path)) {
      String head = new String(in.readNBytes(Peek.LENGTH), ISO_8859_1);
      Peek peek = new Peek(new SourceFile(path, file, Files.size(path)), head, false);
      String extension = file.substring(file.lastIndexOf('.') + 1);
      return formats.choose(peek).format().map(Format::name).orElse(extension);
    }
  }

  private static Optional<Double> met(
      String stated, Optional<Article> article, Predicate<Article> condition) {
    return stated.isEmpty()
        ? Optional.empty()
        : Optional.of(article.filter(condition).isPresent() ? 1.0 : 0.0);
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
  }

  private boolean isOn(Article article, String printed) {
    String day = PrintedDay.in(printed, dates).date().iso();
    return !day.isEmpty() && article.publishedAt().iso().startsWith(day);
  }

  /** The F1 of the body, or of as many words of title and body as the opening has. */
  private static double overlap(Article article, ExpectedArticle expected) {
    String body = String.join("\n", article.paragraphs());
    if (!expected.body().isEmpty()) {
      return TextOverlap.of(body, expected.body(), ROW).f1();
    }
    boolean isHeaded = bare(body).startsWith(bare(article.title()));
    String all = isHeaded ? body : article.title() + " " + body;
    int words = expected.opening().split("\\s+").length;
    String start = String.join(" ", Stream.of(all.strip().split("\\s+")).limit(words).toList());
    return TextOverlap.of(start, expected.opening(), 1).f1();
  }
}
