package broadsheet.lucene.alert;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries that are compiled for an article about a harbour and its tides. */
class PossibleMatchesTest {

  @TempDir private Path folder;

  private boolean mayHave(String query) throws IOException {
    return mayHave(query, false);
  }

  private boolean mayHave(String query, boolean haveNames) throws IOException {
    TestIndex.build(
        folder, List.of(TestIndex.article("a1", "The harbour board’s talks about high tides.")));
    try (FSDirectory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return PossibleMatches.in(reader, List.of("en"), haveNames)
          .mayHave(QueryParser.parse(query, LocalDate.EPOCH).root());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "tide",
        "Tides talked",
        "=tides",
        "\"high tides\"",
        "\"high * harbour\"",
        "ferry OR tide",
        "harbour -tide",
        "-tide",
        "ferr*",
        "fery~1",
        "harbour w/3 board",
        "ATLEAST/2 tide",
        "title:tide",
        "source:tide",
        "id:zephyr",
        "language:de",
        "date:unknown",
        "after:2030-01-01",
        "words:>5",
        "tide & …",
        "tide NOT w/5 ferry",
        "what did the board talk about",
        "was ist mit der board tide",
        ""
      })
  void thoseThatMayMatch(String query) throws IOException {
    assertThat(mayHave(query)).isTrue();
  }

  /** An article may mention or quote a person under another name than the archive gives them. */
  @ParameterizedTest
  @ValueSource(strings = {"person:ferry", "organisation:ferry", "place:ferry", "speaker:ferry"})
  void namesMayBeFoundByWordsThatTheArticleLacks(String query) throws IOException {
    assertThat(mayHave(query, true)).isTrue();
    assertThat(mayHave(query, false)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what did barley growers and ferries make of tides",
        "ferry",
        "tide ferry",
        "=tide",
        "\"high ferry\"",
        "\"tide ferry\" OR barley",
        "tide AND (barley OR ferry)",
        "harbour w/3 ferry",
        "ferry NOT w/5 tide",
        "ATLEAST/2 ferry",
        "title:ferry",
        "place:ferry",
        "ferry^3",
        "ferry after:2030-01-01",
        "what did barley growers and ferries make of tides \"high ferry\""
      })
  void thoseThatCannot(String query) throws IOException {
    assertThat(mayHave(query)).isFalse();
  }

  @Test
  void manyWordsNearEachOtherAreTriedWhereAnyIsThere() throws IOException {
    String many = "(a1 b1 c1 d1 e1 f1) w/5 (tide g1 h1 i1 j1 k1)";
    assertThat(mayHave(many)).isFalse();
    String alternatives = "(a1 OR b1 OR c1 OR d1 OR e1 OR f1) w/5 (tide OR g1 OR h1 OR i1 OR j1)";
    assertThat(mayHave(alternatives)).isTrue();
  }
}
