package broadsheet.cli.archive;

import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OneCollectionOptions;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.FacetCount;
import broadsheet.ledger.Printable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code stats} command: prints a summary of the index. */
@Command(
    name = "stats",
    description = "Prints a summary of the index: articles, dates, sources, size, format.")
public final class StatsCommand implements Callable<Integer> {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int KILO = 1000;
  private static final List<String> UNITS = List.of("kB", "MB", "GB", "TB");

  @Option(names = "--json", description = "Prints JSON.")
  private boolean isJson;

  @Option(
      names = "--use",
      description =
          "Prints the searches, articles read and downloads that serve --count-use counted, by"
              + " month and collection, instead.")
  private boolean isOfUse;

  @Mixin private OneCollectionOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (isOfUse) {
      return CountedUses.print(common, common.collection(), isJson, out)
          ? ExitCode.DONE
          : ExitCode.NOTHING_FOUND;
    }
    try (SearchEngine engine = common.search(Engine.TIME_LIMIT)) {
      if (isJson) {
        out.println(json(engine.summary(), engine.ledger().articlesOfOrigins()));
      } else {
        print(engine.summary(), engine.ledger().articlesOfOrigins(), out);
      }
      return ExitCode.DONE;
    }
  }

  private static void print(IndexSummary summary, List<Long> articles, PrintWriter out) {
    out.printf(Locale.ROOT, "articles      %,d%n", summary.articles());
    out.printf(Locale.ROOT, "duplicates    %,d%n", summary.duplicates());
    out.printf(
        "dates         %s%n",
        summary.firstDay().isEmpty()
            ? "none known"
            : day(summary.firstDay()) + " to " + day(summary.lastDay()));
    out.printf(Locale.ROOT, "undated       %,d%n", summary.undated());
    out.printf("size on disk  %s%n", size(summary.sizeInBytes()));
    out.printf(Locale.ROOT, "index format  %d%n", summary.formatVersion());
    out.printf("built         %s%n", MOMENT.format(summary.builtAt()));
    for (int i = 0; i < summary.origins().size(); i++) {
      String readAs = summary.origins().get(i).readAs();
      String excluded = String.join(" ", summary.origins().get(i).excluded());
      String languages = summary.origins().get(i).languages();
      out.printf(
          Locale.ROOT,
          "built from    %,8d  %s%s%s%s%n",
          articles.get(i),
          Printable.line(summary.origins().get(i).path()),
          readAs.isEmpty() ? "" : " as " + readAs,
          excluded.isEmpty() ? "" : " without " + excluded,
          languages.isEmpty() ? "" : " with OCR in " + languages);
    }
    summary
        .sources()
        .forEach(
            s ->
                out.printf(
                    Locale.ROOT, "source        %,8d  %s%n", s.count(), Printable.line(s.value())));
  }

  /** A size in the unit that suits it: {@code 812 bytes}, {@code 55.1 MB}. */
  public static String size(long bytes) {
    if (bytes < KILO) {
      return bytes == 1 ? "1 byte" : bytes + " bytes";
    }
    double size = bytes;
    int unit = -1;
    while (size >= KILO - 0.05 && unit < UNITS.size() - 1) {
      size /= KILO;
      unit++;
    }
    return String.format(Locale.ROOT, "%.1f %s", size, UNITS.get(unit));
  }

  private static String day(java.util.Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse("unknown");
  }

  private static String json(IndexSummary summary, List<Long> articles)
      throws JsonProcessingException {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("articles", summary.articles());
    fields.put("duplicates", summary.duplicates());
    fields.put("earlierVersions", summary.superseded());
    fields.put("firstDay", summary.firstDay().map(LocalDate::toString).orElse(null));
    fields.put("lastDay", summary.lastDay().map(LocalDate::toString).orElse(null));
    fields.put("undated", summary.undated());
    fields.put("sizeInBytes", summary.sizeInBytes());
    fields.put("formatVersion", summary.formatVersion());
    fields.put("builtAt", summary.builtAt().toString());
    List<Map<String, Object>> origins = new ArrayList<>();
    for (int i = 0; i < summary.origins().size(); i++) {
      origins.add(
          Map.of(
              "path", summary.origins().get(i).path(),
              "format", summary.origins().get(i).readAs(),
              "excluded", summary.origins().get(i).excluded(),
              "ocr", summary.origins().get(i).languages(),
              "articles", articles.get(i)));
    }
    fields.put("origins", origins);
    fields.put("sources", summary.sources().stream().map(StatsCommand::fields).toList());
    return new ObjectMapper().writeValueAsString(fields);
  }

  private static Map<String, Object> fields(FacetCount count) {
    return Map.of("value", count.value(), "count", count.count());
  }
}
