package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures the ranking of a small archive. */
class EvaluateCommandTest {

  private static final String ARTICLES = "src/test/resources/golden/articles.jsonl";

  @TempDir private static Path folder;

  @BeforeAll
  static void index() throws IOException {
    assertThat(run("index", ARTICLES, "--index", folder.resolve("index").toString()).exitCode())
        .isEqualTo(ExitCode.DONE);
    Files.writeString(
        folder.resolve("topics.tsv"),
        "1\tnuclear test ban treaty\n2\tPRICE OF A LOAF AND OF BREAD AFTER THE DROUGHT\n9\tbees\n");
    Files.writeString(
        folder.resolve("qrels.txt"),
        "1 0 test-ban 1\n1 0 fisheries-talks 1\n2 0 wheat-price 2\n2 0 drought 1\n7 0 bees 1\n");
  }

  private static Program.Ended run(String... args) {
    return Program.within(args);
  }

  private static Program.Ended evaluate(String... more) {
    List<String> args =
        new ArrayList<>(
            List.of(
                "evaluate",
                "--index",
                folder.resolve("index").toString(),
                "--topics",
                folder.resolve("topics.tsv").toString(),
                "--qrels",
                folder.resolve("qrels.txt").toString()));
    args.addAll(List.of(more));
    return run(args.toArray(String[]::new));
  }

  @Test
  void ownRankingAndPlainLucenesStandInOneTable() {
    Program.Ended ended = evaluate();
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .startsWith("2 topics, and 1 without judgements")
        .contains("nDCG@10", "MAP", "P@10", "MRR", "Recall@100")
        .contains("bm25-standard", "bm25-language", "95 % from", "p-value")
        .contains("bm25-standard-b0.4", "bm25-language-b0.4");
  }

  @Test
  void jsonHasEachTopic() throws IOException {
    JsonNode json = new ObjectMapper().readTree(evaluate("--json").out());
    assertThat(json.get("topics").asInt()).isEqualTo(2);
    assertThat(json.at("/rankings/0/name").asText()).isEqualTo("broadsheet");
    assertThat(json.at("/rankings/0/topics/0/topic").asText()).isEqualTo("1");
    assertThat(json.at("/rankings/0/topics/1/MRR").asDouble()).isEqualTo(1);
    assertThat(json.at("/rankings/0/mean/Recall@100").asDouble()).isEqualTo(1);
    assertThat(json.at("/comparisons/1/before").asText()).isEqualTo("bm25-standard-b0.4");
    JsonNode map = json.at("/comparisons/1/MAP");
    assertThat(map.get("p").asDouble()).isBetween(0.0, 1.0);
    assertThat(map.get("difference").asDouble())
        .isBetween(map.get("low").asDouble(), map.get("high").asDouble());
  }

  /** In capitals AND is a word; as an operator it would leave nothing. */
  @Test
  void topicInCapitalsHasNoOperators() {
    assertThat(evaluate("--no-baselines", "--per-topic").out())
        .doesNotContain("bm25")
        .containsPattern("(?m)^2 .*1\\.0000 .* PRICE OF A LOAF AND OF BREAD");
  }

  @Test
  void writtenRunMeasuresTheSame() {
    String file = folder.resolve("ours.run").toString();
    assertThat(evaluate("--run", file).exitCode()).isEqualTo(ExitCode.DONE);
    Program.Ended compared = evaluate("--compare", file, "broadsheet");
    assertThat(compared.out()).contains("broadsheet compared with broadsheet").contains("+0.0%");
    assertThat(compared.out()).contains("1.0000");
  }

  @Test
  void topicsThatMovedAreTold() {
    Program.Ended compared = evaluate("--compare", "bm25-standard", "broadsheet");
    assertThat(compared.out()).contains("broadsheet compared with bm25-standard", "Moved most");
    assertThat(evaluate("--compare", "bm25-english-b0.4", "bm25-english").out())
        .contains("bm25-english compared with bm25-english-b0.4");
  }

  @Test
  void whatIsNotThereIsSaidInOneLine() {
    Program.Ended none = evaluate("--compare", "better", "broadsheet");
    assertThat(none.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(none.err()).contains("better is neither a ranking").hasLineCount(1);
    String topics = folder.resolve("none.tsv").toString();
    assertThat(run("evaluate", "--topics", topics, "--qrels", topics).err())
        .contains("There is no file")
        .hasLineCount(1);
  }

  /** One of the three topics is even; 9, which has no judgements, is odd. */
  @Test
  void otherHalfIsNotCountedAsUnjudged() {
    assertThat(evaluate("--part", "even").out()).startsWith("1 topic" + System.lineSeparator());
    assertThat(evaluate("--part", "odd").out()).startsWith("1 topic, and 1 without judgements");
  }

  @Test
  void topicsNobodyJudgedAreAnError() throws IOException {
    Path others = Files.writeString(folder.resolve("others.tsv"), "55\tbees\n");
    Program.Ended ended = evaluate("--topics", others.toString());
    assertThat(ended.exitCode()).isEqualTo(ExitCode.ERROR);
    assertThat(ended.err()).contains("topics");
  }
}
