package broadsheet.lucene.shard;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.EngineException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.engine.ArchiveQuestion;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.StatisticRequest;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs and nodes of two releases understand each other, from release 2.0.0 on. */
class WireProtocolTest {

  /**
   * The digest of {@link WireSchema#lines()} for {@link WireProtocol#NEWEST}. Once a release sends
   * that protocol, a change needs a new number: see “Release” in CONTRIBUTING.md.
   */
  private static final String DIGEST =
      "941a6482b1699c56b452ddf9024eacc97626083433c213e692a5c4c962245186";

  /** A call in protocol 4. */
  private static final String CALL =
      "BAEBCwECAQABAQwBAwEOAQIBAgEMcHJpY2Ugb2Ygb2lsBgEQARQBAQEFRXh4b24AAABAAQMBBnNwaWxsKgEACg"
          + "ABEwEPAQABBAEFY3J1ZGUCARIEAQABBWdyYWluAQEBqrUCAQABAQEKAQEBAmVuAQABAAECBDwBAAEBAQEAAQ"
          + "ABAgEBAGQ6AAE9AQEBCQEEYm9keQEDZ3JhCAEBBgEBAQABAYDIr6AlAQIBAA==";

  /** An answer in protocol 4. */
  private static final String ANSWER = "AQEBAgECAQEBCgEFdGl0bGUBAXgOAQ==";

  private static final Duration LIMIT = Duration.ofSeconds(5);

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
    return new ShardCall(
        new QuestionBatch(List.of(hits, new ArchiveQuestion.SummaryQuestion())),
        Map.of(new StatisticRequest.Beginning("body", "gra", 4), new GlobalStatistic.Articles(3)),
        VersionScope.ALL,
        List.of(),
        true,
        LIMIT,
        Duration.ofNanos(1));
  }

  @Test
  void aCallIsWrittenAsItWas() throws IOException {
    assertThat(Base64.getEncoder().encodeToString(call().bytes(4))).isEqualTo(CALL);
    assertThat(ShardCall.of(Base64.getDecoder().decode(CALL)))
        .isEqualTo(new ShardCall.Received(call(), 4));
  }

  @Test
  void anAnswerIsWrittenAsItWas() throws IOException {
    ShardCall.Answer answer =
        new ShardCall.Answer(
            Optional.of(new byte[] {1, 2}),
            Set.of(new StatisticRequest.Accepted("title", new BytesRef("x"), 7)),
            true);
    assertThat(Base64.getEncoder().encodeToString(answer.bytes(4))).isEqualTo(ANSWER);
    ShardCall.Answer read = ShardCall.Answer.of(Base64.getDecoder().decode(ANSWER), 4);
    assertThat(read.answer()).hasValue(new byte[] {1, 2});
    assertThat(read.missing()).isEqualTo(answer.missing());
    assertThat(read.isGone()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 6})
  void anUnknownProtocolIsRefused(int protocol) {
    byte[] sent = call().bytes(ShardCall.PROTOCOL);
    sent[0] = (byte) protocol;
    assertThatThrownBy(() -> ShardCall.of(sent))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("protocol %s; this program knows 4 to 5", protocol);
  }

  /**
   * Whoever changes the type of a component, renames a kind or takes one away breaks the upgrade
   * from the release before. A kind that is not needed any more is struck in its file, and asking
   * for it fails from then on.
   */
  @Test
  void typesAreThoseOfTheReleaseBeforeAndHaveANewNumberOnceTheyChange() {
    List<String> now = WireSchema.lines();
    for (int protocol = WireProtocol.OLDEST; protocol < WireProtocol.NEWEST; protocol++) {
      assertThat(WireSchema.contradictions(WireProtocol.lines(protocol), now)).isEmpty();
    }
    assertThat(digest(now)).as("the digest of protocol %s", WireProtocol.NEWEST).isEqualTo(DIGEST);
  }

  private static String digest(List<String> lines) {
    try {
      byte[] text = String.join("\n", lines).getBytes(UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "record R a:int b:long,     record R a:int b:int,      b:long",
    "record R a:int b:long,     record R b:long c:int,     ",
    "enum E ONE TWO,            enum E TWO THREE,          ONE",
    "enum E ONE! TWO,           enum E TWO,                ",
    "kinds K K$A K$B,           kinds K K$B K$C,           K$A",
    "kinds K K$A,               kinds L L$A,               ",
  })
  void comparisonFindsWhatBreaksAnUpgrade(String before, String now, String lost) {
    assertThat(WireSchema.contradictions(List.of(before), List.of(now)).values())
        .containsExactlyElementsOf(lost == null ? List.of() : List.of(List.of(lost)));
  }

  /** A type as it is now. */
  record Letter(String title, Set<String> tags, Mood mood, int words) {}

  /** The same as the release before had it. */
  record LetterBefore(String author, List<String> lines, MoodBefore mood, String title) {}

  enum Mood {
    CALM,
    KEEN,
    CROSS
  }

  enum MoodBefore {
    GRAVE,
    CROSS,
    CALM
  }

  sealed interface Item {
    record Added(int number) implements Item {}

    record Kept(Letter letter) implements Item {}
  }

  private static final String ITEM = Item.class.getTypeName();

  /** The protocol in which {@link LetterBefore} is written, under the names of today's types. */
  private static final WireProtocol BEFORE =
      WireProtocol.of(
          List.of(
              "record %s author:java.lang.String lines:java.util.List<java.lang.String> mood:%s title:java.lang.String"
                  .formatted(Letter.class.getTypeName(), Mood.class.getTypeName()),
              "enum %s GRAVE CROSS CALM".formatted(Mood.class.getTypeName()),
              "kinds %s %s$Gone %s$Kept".formatted(ITEM, ITEM, ITEM)));

  private static byte[] bytes(Object value, Class<?> type, WireProtocol protocol)
      throws IOException {
    ByteBuffersDataOutput out = new ByteBuffersDataOutput();
    protocol.form(type).write(value, out);
    return out.toArrayCopy();
  }

  private static Object read(byte[] bytes, Class<?> type, WireProtocol protocol)
      throws IOException {
    ByteArrayDataInput in = new ByteArrayDataInput(bytes);
    Object value = Objects.requireNonNull(protocol.form(type).read(in));
    assertThat(in.eof()).isTrue();
    return value;
  }

  @Test
  void whatTheReleaseBeforeWroteIsRead() throws IOException {
    WireProtocol own = WireProtocol.of(WireProtocol.NEWEST);
    LetterBefore before =
        new LetterBefore("Ada", List.of("one", "two"), MoodBefore.CROSS, "Harbour");
    assertThat(read(bytes(before, LetterBefore.class, own), Letter.class, BEFORE))
        .isEqualTo(new Letter("Harbour", Set.of(), Mood.CROSS, 0));
  }

  @Test
  void whatIsWrittenIsReadByTheReleaseBefore() throws IOException {
    WireProtocol own = WireProtocol.of(WireProtocol.NEWEST);
    Letter now = new Letter("Harbour", Set.of("sea"), Mood.CALM, 7);
    assertThat(read(bytes(now, Letter.class, BEFORE), LetterBefore.class, own))
        .isEqualTo(new LetterBefore("", List.of(), MoodBefore.CALM, "Harbour"));
  }

  @Test
  void whatTheReleaseBeforeDoesNotKnowIsNotSentToIt() throws IOException {
    Letter keen = new Letter("Harbour", Set.of(), Mood.KEEN, 7);
    for (Item item : List.of(new Item.Added(1), new Item.Kept(keen))) {
      assertThatThrownBy(() -> bytes(item, Item.class, BEFORE))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("the plugin of an earlier release");
    }
    Item calm = new Item.Kept(new Letter("Harbour", Set.of(), Mood.CALM, 0));
    byte[] sent = bytes(calm, Item.class, BEFORE);
    assertThat(read(sent, Item.class, BEFORE)).isEqualTo(calm);
    assertThat(sent[1]).isEqualTo((byte) 1);
    sent[1] = 0;
    assertThatThrownBy(() -> read(sent, Item.class, BEFORE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("$Gone any more");
  }
}
