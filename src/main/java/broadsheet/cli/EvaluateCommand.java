package broadsheet.cli;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.SearchMode;
import broadsheet.evaluate.Comparison;
import broadsheet.evaluate.Evaluation;
import broadsheet.evaluate.Qrels;
import broadsheet.evaluate.Run;
import broadsheet.evaluate.Topic;
import broadsheet.evaluate.Topics;
import broadsheet.lucene.search.LuceneSearchEngine;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measures how good the ranking is. */
@Command(
    name = "evaluate",
    description = {
      "Measures the ranking by topics and what was judged relevant to them: nDCG@10, MAP, P@10, MRR"
          + " and Recall@100, as trec_eval does."
    })
final class EvaluateCommand implements Callable<Integer> {

  /** Plain indexes of larger archives take too much memory to be made unasked. */
  private static final long MOST_ARTICLES = 100_000;

  @Option(
      names = "--topics",
      paramLabel = "FILE",
      required = true,
      description = "The topics: a line each of number, tab and query, or TREC's own form.")
  private Path topicsFile = Path.of("");

  @Option(
      names = "--qrels",
      paramLabel = "FILE",
      required = true,
      description = "The judgements, as TREC has them: topic, 0, article's id, relevance.")
  private Path qrelsFile = Path.of("");

  @Option(
      names = "--run",
      paramLabel = "FILE",
      description = "Writes what was found to a TREC run file, the best 1,000 hits of each topic.")
  private @Nullable Path runFile;

  @Option(
      names = "--compare",
      arity = "2",
      paramLabel = "RANKING",
      description = {
        "Compares two rankings, the first being the one before: their means, how likely so large a"
            + " difference were by chance (randomization test, two-sided), and the topics that"
            + " moved most. Each is a run file or one of broadsheet, broadsheet-hybrid,"
            + " bm25-standard, bm25-english."
      })
  private List<String> compared = List.of();

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "lexical",
      description =
          "By what articles are found: lexical or hybrid, as for search. Default:"
              + " ${DEFAULT-VALUE}.")
  private SearchMode mode = SearchMode.LEXICAL;

  @Option(
      names = "--no-baselines",
      description = {
        "Leaves out what plain Lucene (BM25, any of the words) answers over the same articles."
            + " Archives of more than 100,000 articles do without anyway."
      })
  private boolean isAlone;

  @Option(names = "--per-topic", description = "Prints each topic as well as the means.")
  private boolean isPerTopic;

  @Option(names = "--json", description = "Prints JSON, with each topic.")
  private boolean isJson;

  @Mixin private TimeLimit limit;
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws JsonProcessingException {
    Topics all = Topics.read(topicsFile);
    Qrels qrels = Qrels.read(qrelsFile);
    Map<String, Topic> judged = judged(all, qrels);
    if (judged.isEmpty()) {
      throw new UsageException(
          "None of the topics of %s is judged in %s: give the judgements of these topics."
              .formatted(topicsFile, qrelsFile),
          null);
    }
    try (LuceneSearchEngine engine = LuceneSearchEngine.open(common.index(), limit.duration())) {
      NamedRankings rankings = new NamedRankings(engine, judged.values(), mode);
      List<Evaluation> evaluations =
          runs(rankings, engine).stream()
              .map(run -> Evaluation.of(run, judged.keySet(), qrels))
              .toList();
      print(new EvaluationReport(judged, all.byNumber().size() - judged.size(), evaluations));
      return ExitCode.DONE;
    }
  }

  private static Map<String, Topic> judged(Topics topics, Qrels qrels) {
    Map<String, Topic> judged = new LinkedHashMap<>(topics.byNumber());
    judged.keySet().removeIf(topic -> qrels.of(topic).isEmpty());
    return judged;
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
    Stream<Comparison> comparisons =
        compared.isEmpty()
            ? evaluations.stream().skip(1).map(base -> new Comparison(base, evaluations.getFirst()))
            : Stream.of(new Comparison(evaluations.getFirst(), evaluations.getLast()));
    if (isJson) {
      out.println(report.json(comparisons.toList()));
    } else {
      report.print(out, isPerTopic, comparisons.toList(), !compared.isEmpty());
    }
  }
}
