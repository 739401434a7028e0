package broadsheet.cli;

import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.OperationOptions;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.TypedQuery;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.query.ParsedQuery;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.why.Reasons.Reason;
import broadsheet.web.why.WhyView;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The {@code explain} command: explains why a query finds an article and ranks it where it does.
 */
@Command(
    name = "explain",
    description = "Explains why a query finds an article and ranks it where it does, or why not.")
final class ExplainCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "QUERY ID",
      arity = "0..*",
      description =
          "The query, followed by the article's id as printed by search. Anything that is not an"
              + " option is part of the query, such as -Taiwan; so is everything after --.")
  private List<String> words = List.of();

  @Option(names = "--numbers", description = "Also prints every step of the score calculation.")
  private boolean isWithNumbers;

  @Option(names = "--json", description = "Prints the same JSON as /article/{id}/why.json.")
  private boolean isJson;

  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    if (words.size() < 2) {
      throw new ParameterException(spec.commandLine(), "Usage: explain QUERY ID");
    }
    String id = words.getLast();
    String text = TypedQuery.of(words.subList(0, words.size() - 1), spec);
    SearchParameters asked = OperationOptions.read(spec, text, SearchParameters::of);
    try (SearchEngine engine = common.search(limit.duration())) {
      common.requireMode(asked.mode(), engine);
      ParsedQuery parsed = common.parsed(text, engine);
      Optional<Explanation> why = engine.explain(asked.request(parsed.root()), id);
      if (why.isEmpty()) {
        spec.commandLine().getErr().println(unknown(id));
        return ExitCode.NOTHING_FOUND;
      }
      print(engine.article(id).map(Article::headline).orElse(id), WhyView.of(parsed, why.get()));
      return exitCode(why.get());
    }
  }

  private String unknown(String id) {
    return "No article “%s” in %s. Each search result lists its id; put the id last."
        .formatted(id, common.index());
  }

  private static int exitCode(Explanation why) {
    return switch (why.fit()) {
      case WHOLE, PART, MEANING -> ExitCode.DONE;
      case NONE -> ExitCode.NOTHING_FOUND;
      case UNKNOWN -> ExitCode.ERROR;
    };
  }

  private void print(String headline, WhyView why) throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    if (isJson) {
      out.println(new ObjectMapper().writeValueAsString(why));
    } else {
      new ReasonPrinter(out).print(headline, why, isWithNumbers);
    }
  }

  /** Prints for people why an article is a result, in words first. */
  private static final class ReasonPrinter {

    private static final String STEP = "  ";

    private final PrintWriter out;

    ReasonPrinter(PrintWriter out) {
      this.out = out;
    }

    void print(String headline, WhyView why, boolean isWithNumbers) {
      out.println(headline);
      out.println(why.summary());
      out.println("Read as: " + why.query().reading());
      why.query().notes().forEach(note -> out.println("Note: " + note));
      out.println();
      why.reasons().forEach(this::print);
      if (isWithNumbers && why.numbers() != null) {
        out.println();
        print(why.numbers(), "");
      }
    }

    private void print(Reason reason) {
      String share = reason.percent() > 0 ? reason.percent() + " %" : "";
      out.printf(Locale.ROOT, "%7s  %s%n", reason.isMissing() ? "missing" : share, reason.name());
      out.printf(Locale.ROOT, "%7s  %s%n", "", reason.words());
    }

    private void print(Numbers step, String indent) {
      out.println(indent + FormattedCount.number(step.value()) + " " + step.description());
      step.details().forEach(detail -> print(detail, indent + STEP));
    }
  }
}
