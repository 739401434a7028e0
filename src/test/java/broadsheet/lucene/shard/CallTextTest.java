package broadsheet.lucene.shard;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.engine.ArchiveQuestion;
import broadsheet.lucene.mark.ArticleQuestion;
import broadsheet.lucene.part.AnyQuestion;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.suggest.NameQuestion;
import broadsheet.lucene.suggest.RequestQuestion;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.AllOf;
import broadsheet.query.QueryNode.Phrase;
import broadsheet.query.QueryNode.Word;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CallTextTest {

  private static final SearchRequest STRIKE =
      SearchRequest.of(new AllOf(List.of(new Word("dock"), new Phrase("general strike", 0))));

  private static byte[] call(PartQuestion<?> question) {
    Duration limit = Duration.ofSeconds(5);
    return new ShardCall(question, Map.of(), VersionScope.LATEST, List.of(), false, limit, limit)
        .bytes(ShardCall.PROTOCOL);
  }

  @Test
  void kindIsInTheFirstBytes() {
    byte[] call = call(new NameQuestion.NamesDigestQuestion());
    assertThat(CallText.kind(call)).isEqualTo("names-digest");
    assertThat(CallText.kind(Arrays.copyOf(call, 8))).isEqualTo("names-digest");
    assertThat(CallText.kind(call(new RequestQuestion.ShortfallQuestion(STRIKE))))
        .isEqualTo("shortfall");
    assertThat(CallText.kind(call(new QuestionBatch(List.of())))).isEqualTo("question-batch");
  }

  /** Else their statistics would be added up. */
  @Test
  void everyKindHasANameOfItsOwn() {
    assertThat(WireTypes.kinds(PartQuestion.class))
        .hasSizeGreaterThan(30)
        .extracting(Class::getSimpleName)
        .doesNotHaveDuplicates();
  }

  @Test
  void queriesAreInTheQueryLanguage() {
    assertThat(CallText.queries(call(new RequestQuestion.ShortfallQuestion(STRIKE))))
        .isEqualTo("dock AND \"general strike\"");
    assertThat(CallText.queries(call(new ArchiveQuestion.SummaryQuestion()))).isEmpty();
    assertThat(CallText.queries(call(new ArticleQuestion.IdsQuestion(List.of("a1"))))).isEmpty();
  }

  @Test
  void eachQueryOfABatchIsNamedOnce() {
    List<QueryNode> queries = List.of(new Word("dock"), new Word("ferry"));
    QuestionBatch batch =
        new QuestionBatch(
            List.of(
                new AnyQuestion(queries, Filters.none()),
                new SearchQuestion.OfParts(new Word("dock"), queries),
                new RequestQuestion.ShortfallQuestion(STRIKE)));
    assertThat(CallText.queries(call(batch))).isEqualTo("dock; ferry; dock AND \"general strike\"");
  }

  @Test
  void longQueriesAreShortened() {
    QueryNode longest = new Phrase("strike ".repeat(200).strip(), 0);
    assertThat(CallText.queries(call(new SearchQuestion.OfParts(longest, List.of(longest)))))
        .startsWith("\"strike strike")
        .endsWith("…")
        .hasSize(301);
    QueryNode pairs = new Word("x" + "😀".repeat(400));
    assertThat(CallText.queries(call(new SearchQuestion.OfParts(pairs, List.of(pairs)))))
        .endsWith("😀…"); // and no half of a pair, which no log can be written with
  }

  @Test
  void bytesOfAnotherVersionAreNoFault() {
    byte[] call = call(new RequestQuestion.ShortfallQuestion(STRIKE));
    assertThat(CallText.queries(Arrays.copyOf(call, call.length / 2))).isEmpty();
    for (byte[] bytes : List.of(new byte[0], new byte[2], new byte[] {1, 1, 99, 1})) {
      assertThat(CallText.kind(bytes)).isEqualTo("unknown");
      assertThat(CallText.queries(bytes)).isEmpty();
    }
  }
}
