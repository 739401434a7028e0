package broadsheet.lucene.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.facts.Fact;
import broadsheet.lucene.facts.Lookup;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs and nodes of two releases understand each other. */
class WireProtocolTest {

  /** A call as the release with the first protocol wrote it. */
  private static final String CALL =
      "AQE3AQIBAAEBCgEDAQwBAgECAQxwcmljZSBvZiBvaWwGAQ4BEgEBAQVFeHhvbgAAAEABAwEGc3BpbGwq"
          + "AQAKAAERAQ0BAAEEAQVjcnVkZQIBEAQBAAEFZ3JhaW4BAQGqtQIBAAEBAQoBAQECZW4BAAECBDwBAAEB"
          + "AQEAAQABAgEBAGQ6AAEhAQEBBwEEYm9keQEDZ3JhCAEBBgEBAQABAYDIr6AlAQI=";

  /** An answer as it wrote it. */
  private static final String ANSWER = "AQEBAgECAQEBCAEFdGl0bGUBAXgOAA==";

  private static final Duration LIMIT = Duration.ofSeconds(5);

  private static ShardCall call(Question<?> question, Map<Lookup, Fact> facts) {
    return new ShardCall(
        question, facts, VersionScope.ALL, List.of(), true, LIMIT, Duration.ofNanos(1));
  }

  private static ShardCall call() {
    Filters filters =
        Filters.none()
            .with(FacetField.LANGUAGE, List.of("en"))
            .between(Optional.of(LocalDate.of(2024, 3, 15)), Optional.empty());
    String text = "\"price of oil\"~3 OR (=Exxon^2 NEAR/5 spill*) -title:crude~1 atleast/2(grain)";
    SearchRequest request =
        new SearchRequest(
            QueryParser.parse(text, LocalDate.of(2026, 1, 2)).root(),
            filters,
            SortOrder.OLDEST,
            2,
            30);
    SearchQuestion.OfHits hits =
        new SearchQuestion.OfHits(
            request, Tier.SOME, new ShardHits.Wanted(Optional.empty(), 50, 29), 0);
    return call(
        new QuestionBatch(List.of(hits, new ArchiveQuestion.OfSummary())),
        Map.of(new Lookup.Beginning("body", "gra", 4), new Fact.Articles(3)));
  }

  @Test
  void aCallIsWrittenAsTheReleaseBeforeWroteIt() throws IOException {
    byte[] earlier = Base64.getDecoder().decode(CALL);
    assertThat(call().bytes(1)).isEqualTo(earlier);
    assertThat(ShardCall.of(earlier)).isEqualTo(new ShardCall.Received(call(), 1));
    assertThat(call().bytes(ShardCall.PROTOCOL)).isNotEqualTo(earlier);
  }

  @Test
  void anAnswerIsReadAsTheReleaseBeforeWroteIt() throws IOException {
    byte[] earlier = Base64.getDecoder().decode(ANSWER);
    ShardCall.Answer answer = ShardCall.Answer.of(earlier, 1);
    assertThat(answer.answer()).hasValue(new byte[] {1, 2});
    assertThat(answer.missing())
        .isEqualTo(Set.of(new Lookup.Accepted("title", new BytesRef("x"), 7)));
    assertThat(answer.isGone()).isFalse();
    assertThat(answer.bytes(1)).isEqualTo(earlier);
  }

  @Test
  void whatTheReleaseBeforeDoesNotKnowIsNotAskedOfIt() {
    ShardCall call = call(new UpdateQuestion.OfDocuments(), Map.of());
    assertThatThrownBy(() -> call.bytes(1))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("the plugin of an earlier release");
  }

  @Test
  void anUnknownProtocolIsRefused() {
    byte[] sent = call().bytes(ShardCall.PROTOCOL);
    sent[0]++;
    assertThatThrownBy(() -> ShardCall.of(sent))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("protocol 5; this program knows 1 to 4");
  }

  /**
   * Whoever changes the type of a component, renames a kind or takes one away breaks the upgrade
   * from earlier releases. A kind that is not needed any more is struck in the file, and asking for
   * it fails from then on.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void typesAreThoseOfEarlierReleases(int protocol) {
    Map<String, String> now = byName(WireSchema.lines());
    byName(WireProtocol.lines(protocol))
        .forEach(
            (name, line) -> {
              if (now.containsKey(name)) {
                assertThat(kept(line, now.get(name))).as(name).isEmpty();
              }
            });
  }

  private static Map<String, String> byName(List<String> lines) {
    return lines.stream().collect(Collectors.toMap(line -> line.split(" ", -1)[1], line -> line));
  }

  /** The words of a line that another contradicts. */
  private static List<String> kept(String before, String now) {
    List<String> words = List.of(now.split(" ", -1));
    Set<String> names =
        words.stream().map(word -> word.split(":", -1)[0]).collect(Collectors.toSet());
    boolean isRecord = before.startsWith("record ");
    return Arrays.stream(before.split(" ", -1))
        .filter(word -> !words.contains(word) && !word.endsWith("!"))
        .filter(word -> !isRecord || names.contains(word.split(":", -1)[0]))
        .toList();
  }
}
