package broadsheet.cli;

import broadsheet.cli.common.BomOption;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.FilterOptions;
import broadsheet.cli.common.TerminalOutput;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.TypedQuery;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.WordGrouping;
import broadsheet.engine.words.WordSet;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.web.page.QueryView;
import broadsheet.web.words.WordsChoices;
import broadsheet.web.words.WordsKind;
import broadsheet.web.words.WordsTable;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code words} command. */
@Command(
    name = "words",
    description =
        "Prints the matches of a query in context, their collocates, their frequency per million"
            + " words, keywords of the articles, or sequences of words in them.")
final class WordsCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description = "The query, as for search; without one, every article.")
  private List<String> query = List.of();

  @Option(
      names = "--show",
      paramLabel = "TABLE",
      defaultValue = "words",
      description =
          "words (lines in context), collocates, frequencies, keywords or ngrams. Default:"
              + " ${DEFAULT-VALUE}.")
  private String show = "";

  @Option(
      names = "-n",
      paramLabel = "N",
      defaultValue = "100",
      description = "Rows at most: 1 to 1,000 lines, 1 to 10,000 of others. Default: 100.")
  private int size;

  @Option(
      names = "--order",
      paramLabel = "ORDER",
      description =
          "Of lines: article, newest, oldest, source, left1 to left3 or right1 to right3. Of"
              + " collocates: log-likelihood, observed, mi or log-dice. Default: the first.")
  private Optional<String> order = Optional.empty();

  @Option(
      names = "--after",
      paramLabel = "CURSOR",
      description = "Continues a list of lines: the last line of the output before.")
  private Optional<String> after = Optional.empty();

  @Option(
      names = "--context",
      paramLabel = "N",
      defaultValue = "60",
      description = "Characters on each side of a line, 0 to 500. Default: ${DEFAULT-VALUE}.")
  private int context;

  @Option(
      names = "--left",
      paramLabel = "N",
      defaultValue = "5",
      description = "Words before a match that are near it, 0 to 50. Default: ${DEFAULT-VALUE}.")
  private int left;

  @Option(
      names = "--right",
      paramLabel = "N",
      defaultValue = "5",
      description = "Words after a match that are near it, 0 to 50. Default: ${DEFAULT-VALUE}.")
  private int right;

  @Option(names = "--sentence", description = "Only words of the same sentence are near a match.")
  private boolean isWithinSentence;

  @Option(names = "--stop-words", description = "Lists stop words as well.")
  private boolean withStopWords;

  @Option(
      names = "--least",
      paramLabel = "N",
      defaultValue = "2",
      description = "Lists what occurs at least so often. Default: ${DEFAULT-VALUE}.")
  private int least;

  @Option(
      names = "--by",
      paramLabel = "GROUP",
      defaultValue = "year",
      description = "Of frequencies: year, month, source or section. Default: ${DEFAULT-VALUE}.")
  private String by = "";

  @Option(
      names = "--against",
      paramLabel = "QUERY",
      description =
          "Of keywords: finds the articles to compare with. Default: all that the query does not"
              + " find.")
  private String against = "";

  @Option(
      names = "--length",
      paramLabel = "N",
      defaultValue = "2",
      description = "Of ngrams: words of a sequence, 2 to 4. Default: ${DEFAULT-VALUE}.")
  private int length;

  @Option(names = "--reprints", description = "Counts each reprint, not only the oldest.")
  private boolean areReprintsCounted;

  /** The output format. */
  static final class Form {
    @Option(names = "--json", description = "Prints the same JSON as the page.")
    private boolean isJson;

    @Option(names = "--csv", description = "Prints a tidy CSV table.")
    private boolean isCsv;
  }

  @ArgGroup private Form form = new Form();
  @Mixin private FilterOptions filters;
  @Mixin private BomOption bom;
  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    WordsKind kind =
        WordsKind.named(show)
            .orElseThrow(() -> wrong("--show", String.join(", ", WordsKind.labels()), show));
    WordsChoices choices = choices(kind);
    try (SearchEngine engine = common.search(limit.duration())) {
      ParsedQuery asked = parsed(TypedQuery.of(query, spec), engine);
      WordsTable table =
          WordsTable.of(
              kind,
              set(asked),
              against.isBlank() ? Optional.empty() : Optional.of(set(parsed(against, engine))),
              choices,
              QueryView.of(asked),
              engine);
      print(kind, asked, table);
      return table.table().rows().isEmpty() ? ExitCode.NOTHING_FOUND : ExitCode.DONE;
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()), e);
    }
  }

  private ParsedQuery parsed(String text, SearchEngine engine) {
    return common.lookedUp(QueryParser.parse(text, LocalDate.now(ZoneId.systemDefault())), engine);
  }

  private WordSet set(ParsedQuery parsed) {
    return new WordSet(parsed.root(), filters.filters(), !areReprintsCounted);
  }

  private WordsChoices choices(WordsKind kind) {
    String sorted = order.orElse(kind == WordsKind.COLLOCATES ? "log-likelihood" : "article");
    return new WordsChoices(
        kind == WordsKind.WORDS
            ? LineOrder.named(sorted)
                .orElseThrow(() -> wrong("--order", "an order of lines", sorted))
            : LineOrder.ARTICLE,
        kind == WordsKind.COLLOCATES
            ? Association.named(sorted).orElseThrow(() -> wrong("--order", "a measure", sorted))
            : Association.LOG_LIKELIHOOD,
        size,
        after,
        context,
        left,
        right,
        isWithinSentence,
        withStopWords,
        least,
        WordGrouping.named(by)
            .orElseThrow(() -> wrong("--by", "year, month, source or section", by)),
        against,
        length);
  }

  private static UsageException wrong(String option, String takes, String given) {
    return new UsageException("%s takes %s, not “%s”".formatted(option, takes, given), null);
  }

  private void print(WordsKind kind, ParsedQuery asked, WordsTable found)
      throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (form.isJson) {
      out.println(new ObjectMapper().writeValueAsString(found.view()));
    } else if (form.isCsv) {
      TerminalOutput.data(out)
          .print(new String(bom.mark().before(found.table().csv()), StandardCharsets.UTF_8));
      out.flush();
    } else {
      out.println(asked.reading());
      out.println(String.join(", ", found.facts()));
      found.notes().forEach(out::println);
      new WordsPrinter(out).print(kind, found.table());
      found.next().ifPresent(next -> out.println("more: --after " + next));
    }
  }
}
