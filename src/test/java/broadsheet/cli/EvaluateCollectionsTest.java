package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.cli.common.ExitCode;
import broadsheet.indexing.IndexContents;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Measures several small collections in one run. */
class EvaluateCollectionsTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/articles.jsonl");

  @TempDir private static Path folder;

  private static String english;
  private static String chinese;

  @BeforeAll
  static void write() throws IOException {
    english =
        collection(
            "english",
            Files.readString(GOLDEN),
            "1\tnuclear test ban treaty\n2\tprice of bread after the drought\n3\tnot judged\n",
            "1 0 test-ban 1\n1 0 fisheries-talks 1\n2 0 wheat-price 2\n2 0 drought 1\n");
    chinese =
        collection(
            "chinese",
            """
            {"id": "milk", "language": "zh", "body": ["海上运来的牛奶比去年便宜。"]}
            {"id": "cows", "language": "zh", "body": ["上海的奶牛比去年更多。"]}
            """,
            "1\t牛奶价格\n",
            "1 0 milk 1\n");
  }

  private static String collection(String name, String articles, String topics, String qrels)
      throws IOException {
    Path in = Files.createDirectory(folder.resolve(name));
    Files.writeString(in.resolve("docs.jsonl"), articles);
    Files.writeString(in.resolve("queries.tsv"), topics);
    Files.writeString(in.resolve("qrels.txt"), qrels);
    Files.writeString(in.resolve("SOURCE.md"), "# No article\n\nMade for a test.\n");
    return in.toString();
  }

  private static Program.Ended evaluate(String... args) {
    return Program.within(
        Stream.concat(Stream.of("evaluate"), Stream.of(args)).toArray(String[]::new));
  }

  @Test
  void oneTableHasALineACollectionAndTheMean() {
    Program.Ended ended = evaluate(english, chinese);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .startsWith("nDCG@10 of broadsheet")
        .containsPattern("(?m)^collection +topics +broadsheet +bm25-standard +bm25-standard-b0\\.4")
        .containsPattern("(?m)^english +2 .*[+-]0\\.\\d{4} to [+-]\\d\\.\\d{4} +\\d\\.\\d{3}$")
        .containsPattern("(?m)^chinese +1 ")
        .containsPattern("(?m)^mean +3 ");
    assertThat(ended.err()).contains("english: 40 articles,");
  }

  @Test
  void pairsOfCharactersStandBesideChineseTopicsAlone() throws IOException {
    JsonNode json = new ObjectMapper().readTree(evaluate(english, chinese, "--json").out());
    assertThat(json.at("/collections/0/collection").asText()).isEqualTo("english");
    assertThat(json.at("/collections/0/rankings").findValuesAsText("name"))
        .containsExactly(
            "broadsheet",
            "bm25-standard",
            "bm25-standard-b0.4",
            "bm25-language",
            "bm25-language-b0.4");
    assertThat(json.at("/collections/1/rankings").findValuesAsText("name"))
        .containsExactly(
            "broadsheet",
            "bm25-standard",
            "bm25-standard-b0.4",
            "bm25-language",
            "bm25-language-b0.4",
            "bm25-characters-bigrams",
            "bm25-characters-bigrams-b0.4");
    assertThat(json.at("/collections/1/rankings/3/MRR").asDouble()).isEqualTo(1);
    assertThat(json.at("/mean/0/ranking").asText()).isEqualTo("broadsheet");
    double mean = json.at("/mean/0/MAP/difference").asDouble();
    assertThat(mean).isBetween(json.at("/mean/0/MAP/low").asDouble(), 1.0);
    assertThat(mean).isBetween(-1.0, json.at("/mean/0/MAP/high").asDouble());
  }

  @Test
  void ownRankingIsMeasuredAloneOnRequest() throws IOException {
    Program.Ended ended = evaluate(english, chinese, "--no-baselines");
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    assertThat(ended.out())
        .startsWith("nDCG@10 of broadsheet:")
        .containsPattern("(?m)^collection +topics +broadsheet$")
        .containsPattern("(?m)^mean +3 +\\d\\.\\d{4}$");
    JsonNode json =
        new ObjectMapper().readTree(evaluate(english, "--no-baselines", "--json").out());
    assertThat(json.at("/collections/0/rankings").findValuesAsText("name"))
        .containsExactly("broadsheet");
    assertThat(json.get("mean")).isEmpty();
  }

  @Test
  void eachMeasureHasATable() {
    Program.Ended ended = evaluate(english, "--markdown", "--measure", "map", "--measure", "MRR");
    assertThat(ended.out())
        .contains("MAP of broadsheet", "MRR of broadsheet", "| english | 2 | ")
        .doesNotContain("nDCG@10", "| mean |");
    assertThat(evaluate(english, "--measure", "F1").err())
        .contains("F1 is not one of nDCG@10, MAP");
  }

  @Test
  void indexIsKeptOnRequest() {
    Path keep = folder.resolve("kept");
    assertThat(evaluate(chinese, "--keep", keep.toString()).exitCode()).isEqualTo(ExitCode.DONE);
    assertThat(IndexContents.of(keep.resolve("chinese")).articles()).hasSize(2);
  }

  @Test
  void partsAreOfAllTopics() throws IOException {
    int topics = 0;
    for (String part : new String[] {"even", "odd"}) {
      JsonNode json =
          new ObjectMapper().readTree(evaluate(english, "--json", "--part", part).out());
      topics += json.at("/collections/0/topics").asInt();
    }
    assertThat(topics).isEqualTo(2);
  }

  @Test
  void knownItemsAreMadeOfAnArchive() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("archive"));
    Files.copy(GOLDEN, archive.resolve("articles.jsonl"));
    String[] args = {archive.toString(), "--known-items", "10", "--seed", "7", "--json"};
    Program.Ended ended = evaluate(args);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DONE);
    JsonNode json = new ObjectMapper().readTree(ended.out());
    assertThat(json.at("/collections").findValuesAsText("collection"))
        .startsWith("archive headline", "archive half-headline", "archive lead");
    assertThat(json.at("/collections/0/topics").asInt()).isEqualTo(10);
    assertThat(json.at("/collections/0/rankings/0/MRR").asDouble()).isGreaterThan(0.9);
    assertThat(evaluate(args).out()).isEqualTo(ended.out());
  }

  /** If two articles share a headline, either is correct. */
  @Test
  void reprintCountsAsTheArticle() throws IOException {
    Path archive = Files.createDirectories(folder.resolve("reprints"));
    String body =
        String.join(
            " ",
            "The port authority will dredge the harbour mouth this summer at a cost of four"
                + " million",
            "and ferries that draw more than three metres must wait for the tide until autumn");
    String article =
        "{\"id\": \"%s\", \"title\": \"Harbour to be dredged\", \"source\": \"%s\", \"body\":"
            + " \"%s\"}\n";
    Files.writeString(
        archive.resolve("a.jsonl"),
        article.formatted("first", "Morning", body) + article.formatted("second", "Evening", body));
    JsonNode json =
        new ObjectMapper()
            .readTree(evaluate(archive.toString(), "--known-items", "2", "--json").out());
    assertThat(json.at("/collections/0/collection").asText()).isEqualTo("reprints headline");
    assertThat(json.at("/collections/0/topics").asInt()).isEqualTo(2);
    assertThat(json.at("/collections/0/rankings/0/MRR").asDouble()).isEqualTo(1);
  }

  @Test
  void knownItemsOfTheIndexNeedNoFolder() {
    String index = folder.resolve("index").toString();
    assertThat(Program.on(Path.of(index), "index", GOLDEN.toString()).exitCode())
        .isEqualTo(ExitCode.DONE);
    Program.Ended ended = evaluate("--index", index, "--known-items", "100");
    assertThat(ended.out())
        .contains("nDCG@10 of broadsheet", "MRR of broadsheet")
        .containsPattern("(?m)^index headline +40 ");
  }

  @Test
  void wrongUseIsSaidInOneLine() {
    assertThat(evaluate().err())
        .contains("--topics is missing: give collection folders")
        .hasLineCount(1);
    assertThat(evaluate(english, "--per-topic").err())
        .contains("--per-topic applies to an existing index")
        .hasLineCount(1);
    assertThat(evaluate(folder.resolve("nowhere").toString()).err())
        .contains("is not a test collection", "--known-items")
        .hasLineCount(1);
  }
}
