package broadsheet.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A saved page whose true text is known.
 *
 * @param outlet its host or newspaper
 * @param texts the correct texts: with the standfirst and without, if the data says which it is
 * @param authors empty if the data has none
 */
record TruePage(
    Path file, String outlet, List<String> texts, List<String> authors, Optional<LocalDate> day) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DAY = "2023-06-18".length();
  private static final String PAGES = "_[0-9][0-9][0-9][0-9]_[0-9][0-9]_[0-9][0-9].html.gz";

  /**
   * The pages of a folder: a copy of Zyte's article extraction benchmark, or of the test pages of
   * Fundus.
   */
  static List<TruePage> in(Path folder) throws IOException {
    Path truth = folder.resolve("ground-truth.json");
    return Files.exists(truth)
        ? ofBenchmark(folder, JSON.readTree(truth.toFile()))
        : ofFundus(folder);
  }

  private static List<TruePage> ofBenchmark(Path folder, JsonNode truth) {
    return truth.properties().stream()
        .map(
            page ->
                new TruePage(
                    folder.resolve("html").resolve(page.getKey() + ".html.gz"),
                    Objects.toString(URI.create(page.getValue().path("url").asText()).getHost()),
                    List.of(page.getValue().path("articleBody").asText()),
                    List.of(),
                    Optional.empty()))
        .filter(page -> Files.exists(page.file()))
        .toList();
  }

  /** {@code us/Mail.json} lists the texts of {@code us/Mail_*.html.gz}, oldest first. */
  private static List<TruePage> ofFundus(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .flatMap(file -> ofOutlet(file).stream())
          .toList();
    }
  }

  private static List<TruePage> ofOutlet(Path truth) {
    String outlet = truth.getFileName().toString().replaceFirst("\\.json$", "");
    List<Path> files = new ArrayList<>();
    try (var pages = Files.newDirectoryStream(truth.resolveSibling(""), outlet + PAGES)) {
      pages.forEach(files::add);
      files.sort(null);
      List<JsonNode> versions = JSON.readTree(truth.toFile()).valueStream().toList();
      List<TruePage> known = new ArrayList<>();
      for (int i = 0; i < Math.min(files.size(), versions.size()); i++) {
        known.add(ofFundus(files.get(i), outlet, versions.get(i)));
      }
      return known;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static TruePage ofFundus(Path file, String outlet, JsonNode truth) {
    List<String> authors = truth.path("authors").valueStream().map(JsonNode::asText).toList();
    Optional<LocalDate> day =
        Optional.of(truth.path("publishing_date").asText(""))
            .filter(date -> date.length() >= DAY)
            .map(date -> LocalDate.parse(date.substring(0, DAY)));
    return new TruePage(file, outlet, texts(truth.path("body")), authors, day);
  }

  private static List<String> texts(JsonNode body) {
    StringBuilder sections = new StringBuilder();
    for (JsonNode section : body.path("sections")) {
      sections.append(lines(section.path("headline"))).append(lines(section.path("paragraphs")));
    }
    return List.of(sections.toString(), lines(body.path("summary")) + sections);
  }

  private static String lines(JsonNode value) {
    if (value.isTextual()) {
      return value.asText() + '\n';
    }
    StringBuilder lines = new StringBuilder();
    value.forEach(line -> lines.append(lines(line)));
    return lines.toString();
  }
}
