package broadsheet.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An article that a corpus is known to hold. A table {@code *articles.tsv} beside the files, or in
 * a folder {@code truth} there, has one a line, in their order. Its columns are any of {@code
 * file}, {@code title} (or {@code div LABEL} before {@code MODS title}), {@code date}, {@code
 * authors}, {@code body}, and {@code first … words}; an empty cell is not compared.
 *
 * @param file the file it is in, relative to the folder of the table; empty if the table is about
 *     one file that it does not name
 * @param opening its first words, with the title; empty if not stated
 */
record ExpectedArticle(
    String file, String title, String date, List<String> authors, String body, String opening) {

  /** A table, and the folder that its files are in. */
  record Table(String name, Path folder, List<ExpectedArticle> articles) {}

  /** The tables of a corpus. */
  static List<Table> tables(Path corpus) throws IOException {
    try (Stream<Path> files = Files.walk(corpus)) {
      List<Table> tables = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith("articles.tsv")).sorted().toList()) {
        Path parent = Optional.ofNullable(file.getParent()).orElse(corpus);
        boolean isBeside = !parent.endsWith("truth");
        Path folder = isBeside ? parent : parent.resolveSibling("").normalize();
        String name = corpus.relativize(file).toString().replace("truth/", "");
        tables.add(new Table(name.replaceFirst("\\.?articles\\.tsv$", ""), folder, read(file)));
      }
      return tables;
    }
  }

  private static List<ExpectedArticle> read(Path table) throws IOException {
    List<String> lines = Files.readAllLines(table);
    List<String> names = Arrays.asList(lines.getFirst().split("\t", -1));
    return lines.stream()
        .skip(1)
        .filter(line -> !line.contains("\trows\t"))
        .map(line -> of(names, line.split("\t", -1)))
        .filter(article -> !article.isEmpty())
        .toList();
  }

  private static ExpectedArticle of(List<String> names, String[] cells) {
    Map<String, String> row = new HashMap<>();
    for (int i = 0; i < Math.min(names.size(), cells.length); i++) {
      String name = names.get(i).toLowerCase(Locale.ROOT).replaceFirst(" \\(.*", "");
      row.put(name.startsWith("first ") ? "opening" : name, cells[i].strip());
    }
    String authors = first(row, "authors");
    return new ExpectedArticle(
        row.getOrDefault("file", ""),
        first(row, "title", "div label", "mods title"),
        first(row, "date"),
        Stream.of(authors.split("; ", -1)).filter(name -> !name.isEmpty()).toList(),
        first(row, "body"),
        first(row, "opening"));
  }

  private static String first(Map<String, String> row, String... names) {
    return Stream.of(names)
        .map(name -> row.getOrDefault(name, ""))
        .filter(cell -> !cell.isEmpty() && !cell.startsWith("Untitled"))
        .findFirst()
        .orElse("");
  }

  private boolean isEmpty() {
    return title.isEmpty() && body.isEmpty() && opening.isEmpty();
  }
}
