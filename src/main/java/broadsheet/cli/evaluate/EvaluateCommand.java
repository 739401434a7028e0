package broadsheet.cli.evaluate;

import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.TimeLimit;
import broadsheet.cli.common.UsageException;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchMode;
import broadsheet.evaluate.Evaluation;
import broadsheet.evaluate.JudgedTopics;
import broadsheet.evaluate.Qrels;
import broadsheet.evaluate.RankingComparison;
import broadsheet.evaluate.Run;
import broadsheet.evaluate.TopicPart;
import broadsheet.evaluate.Topics;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The {@code evaluate} command: measures rankings on topics with relevance judgements. */
@Command(
    name = "evaluate",
    description = {
      "Measures the ranking on topics with relevance judgements: nDCG@10, MAP, P@10, MRR and"
          + " Recall@100, as trec_eval does. With COLLECTION, indexes each of those folders"
          + " temporarily and prints one table for all; otherwise measures the index on --topics"
          + " and --qrels."
    })
public final class EvaluateCommand implements Callable<Integer> {

  /** Plain indexes of larger archives take too much memory to be built by default. */
  private static final long MOST_ARTICLES = 100_000;

  private static final List<String> OF_ONE_INDEX =
      List.of("--topics", "--qrels", "--run", "--compare", "--per-topic");

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      description = "The topics: one per line as number, tab and query, or in TREC's own format.")
  private @Nullable Path topicsFile;

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      description = "The judgements in TREC's format: topic, 0, article id, relevance.")
  private @Nullable Path qrelsFile;

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description =
          "Writes the best 1,000 hits of each topic to a TREC run file. Not with COLLECTION.")
  private @Nullable Path runFile;

  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "RANKING",
      description = {
        "Compares two rankings, the old one first: their means, how likely it is that so large a"
            + " difference is due to chance (two-sided randomization test), and the topics that"
            + " moved most. Each is a run file or one of broadsheet, broadsheet-hybrid,"
            + " bm25-standard, bm25-language, bm25-english, bm25-bigrams,"
            + " bm25-characters-bigrams, with -b0.4 at the end for k1 0.9 and b 0.4 instead of k1"
            + " 1.2 and b 0.75. Not with COLLECTION."
      })
  private List<String> compared = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "lexical",
      description =
          "How articles are found: lexical or hybrid, as for search. Default:"
              + " ${DEFAULT-VALUE}.")
  private SearchMode mode = SearchMode.LEXICAL;

  @Option(
      names = "--no-baselines",
      description = {
        "Leaves out plain Lucene (BM25, any of the words) over the same articles. It is always"
            + " left out for an index of more than 100,000 articles."
      })
  private boolean isAlone;

  @Option(
      names = "--part",
      paramLabel = "PART",
      defaultValue = "all",
      description =
          "Which topics: even or odd, two fixed halves, to tune a ranking on one and"
              + " report on the other; or all. Default: ${DEFAULT-VALUE}.")
  private TopicPart part = TopicPart.ALL;

  @Option(
      names = "--per-topic",
      description = "Prints the results for each topic as well as the means. Not with COLLECTION.")
  private boolean isPerTopic;

  @Option(names = "--json", description = "Prints JSON, including each topic.")
  private boolean isJson;

  @Mixin private CollectionOptions collections;
  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    if (collections.areGiven()) {
      refuseOptionsOfOneIndex();
      collections.measure(
          spec.commandLine(),
          collections.measurement(spec.commandLine().getErr(), limit.duration(), mode, !isAlone),
          part,
          common.index(),
          isJson);
    } else {
      measureIndex(given(topicsFile, "--topics"), given(qrelsFile, "--qrels"));
    }
    return ExitCode.DONE;
  }

  private void refuseOptionsOfOneIndex() {
    for (String option : OF_ONE_INDEX) {
      if (spec.commandLine().getParseResult().hasMatchedOption(option)) {
        throw new UsageException(
            option + " applies to an existing index: leave out either it or the collections.");
      }
    }
  }

  private static Path given(@Nullable Path file, String option) {
    if (file == null) {
      throw new UsageException(
          "%s is missing: give collection folders, or both --topics and --qrels."
              .formatted(option));
    }
    return file;
  }

  private void measureIndex(Path topics, Path judgements) throws JsonProcessingException {
    Topics all = Topics.read(topics);
    JudgedTopics judged = JudgedTopics.of(topics.toString(), all, Qrels.read(judgements)).in(part);
    if (judged.topics().isEmpty()) {
      throw new UsageException(
          "No topic in %s has judgements in %s: give the judgements for these topics."
              .formatted(topics, judgements));
    }
    try (SearchEngine engine = common.search(limit.duration())) {
      NamedRankings rankings =
          new NamedRankings(
              engine, judged.topics().values(), mode, spec.commandLine().getErr()::println);
      List<Evaluation> evaluations = runs(rankings, engine).stream().map(judged::evaluate).toList();
      long asked = all.byNumber().keySet().stream().filter(part::has).count();
      print(
          new EvaluationReport(judged.topics(), (int) asked - judged.topics().size(), evaluations));
    }
  }

  private List<Run> runs(NamedRankings rankings, SearchEngine engine) {
    if (!compared.isEmpty()) {
      return compared.stream().map(rankings::run).toList();
    }
    Run own = rankings.own();
    if (runFile != null) {
      own.write(runFile);
    }
    List<Run> runs = new ArrayList<>(List.of(own));
    if (!isAlone && engine.articleCount() <= MOST_ARTICLES) {
      runs.addAll(rankings.baselines());
    }
    return runs;
  }

  private void print(EvaluationReport report) throws JsonProcessingException {
    PrintWriter out = spec.commandLine().getOut();
    List<Evaluation> evaluations = report.evaluations();
    Stream<RankingComparison> comparisons =
        compared.isEmpty()
            ? evaluations.stream()
                .skip(1)
                .map(base -> new RankingComparison(base, evaluations.getFirst()))
            : Stream.of(new RankingComparison(evaluations.getFirst(), evaluations.getLast()));
    if (isJson) {
      out.println(report.json(comparisons.toList()));
    } else {
      report.print(out, isPerTopic, comparisons.toList(), !compared.isEmpty());
    }
  }
}
