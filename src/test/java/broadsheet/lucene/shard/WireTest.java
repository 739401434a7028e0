package broadsheet.lucene.shard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.TimeUpNote;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.lucene.statistics.GlobalStatistic;
import broadsheet.lucene.statistics.StatisticRequest;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameKind;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireTest {

  private static ShardCall call(String query) {
    Filters filters =
        Filters.none()
            .with(FacetField.SOURCE, List.of("The “Globe”", ""))
            .between(Optional.of(LocalDate.of(-44, 3, 15)), Optional.empty());
    SearchRequest request =
        new SearchRequest(
            QueryParser.parse(query, LocalDate.of(2026, 1, 2)).root(),
            filters,
            broadsheet.engine.request.SortOrder.OLDEST,
            2,
            30);
    StatisticRequest term =
        new StatisticRequest.Articles("body", new BytesRef(new byte[] {0, -1, 7}));
    return new ShardCall(
        new SearchQuestion.OfHits(
            request, Tier.SOME, new ShardHits.Wanted(Optional.empty(), 50, 29), 0),
        Map.of(term, new GlobalStatistic.Articles(3)),
        VersionScope.ALL,
        List.of(
            new NameCorrection(
                new Name(NameKind.PLACE, "Bern"),
                "",
                Optional.empty(),
                "an editor",
                Instant.EPOCH)),
        true,
        Duration.ofSeconds(5),
        Duration.ofNanos(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "oil prices",
        "\"price of oil\"~3 OR (=Exxon^2 NEAR/5 spill*) -title:crude~1",
        "(a w/s b) AND NOT (c NOT NEAR/3 d) atleast/2(e) words:100-200 date:1987..1990-03 東京 🗞"
      })
  void whatIsSentArrives(String query) throws IOException {
    ShardCall call = call(query);
    assertThat(ShardCall.of(call.bytes(ShardCall.PROTOCOL)).call()).isEqualTo(call);
  }

  @Test
  void enumsAndRecordsOfOneInterfaceAreToldApart() throws IOException {
    int protocol = ShardCall.PROTOCOL;
    Note plain = Note.Plain.NOTHING_NEAR;
    Note record = new TimeUpNote(Duration.ofSeconds(5), TimeUpNote.State.NOTHING);
    for (Note note : List.of(plain, record)) {
      assertThat(Wire.value(Wire.bytes(note, Note.class, protocol), Note.class, protocol))
          .isEqualTo(note);
    }
  }

  @Test
  void bytesThatAreNotACallAreRefusedAndNothingElse() {
    byte[] sent = call("\"price of oil\"~3 OR (=Exxon^2 NEAR/5 spill*)").bytes(ShardCall.PROTOCOL);
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] damaged = Arrays.copyOf(sent, random.nextInt(sent.length + 1));
      for (int flips = random.nextInt(4); flips > 0 && damaged.length > 0; flips--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        ShardCall.of(damaged);
      } catch (IOException e) {
        assertThat(e).isNotNull(); // told to be damaged
      }
    }
    assertThatThrownBy(() -> ShardCall.of(new byte[] {1, 2, 3})).isInstanceOf(IOException.class);
  }
}
