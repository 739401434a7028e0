package broadsheet.corpus.pack;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.record.SeenNames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryNameTest {
  @ParameterizedTest
  @CsvSource({
    "a/b.txt, a/b.txt",
    "../../etc/passwd, etc/passwd",
    "/etc/passwd, etc/passwd",
    "a/../b, a/b",
    "./a//b, a/b",
    "C:\\news\\a.txt, C:/news/a.txt",
    "wow!/a!b.txt, wow/a!b.txt",
    "'..', entry-7",
    "'', entry-7",
    "///, entry-7",
    "....//a, ..../a",
    "' a / b.txt ', a/b.txt",
  })
  void namesGoDownAndNeverUp(String raw, String name) {
    assertThat(EntryName.of(raw, 7).text()).isEqualTo(name);
  }

  @Test
  void controlCharactersAndHalfCharactersLeaveNoTrace() {
    assertThat(EntryName.of("a\u0000b\n.txt\ud800", 1).text()).isEqualTo("a b .txt");
    assertThat(EntryName.of("..\u0000/x", 1).text()).isEqualTo("x");
  }

  @Test
  void endlessNameIsReplaced() {
    assertThat(EntryName.of("x/".repeat(30_000), 3).text()).isEqualTo("entry-3");
  }

  @Test
  void numberStandsBeforeTheExtensions() {
    assertThat(EntryName.of("a.b/c.txt.gz", 1).numbered(2).text()).isEqualTo("a.b/c (2).txt.gz");
    assertThat(EntryName.of("a/c", 1).numbered(2).text()).isEqualTo("a/c (2)");
  }

  @Test
  void seenNamesAreKnownAgainAndNoOthers() {
    SeenNames seen = new SeenNames();
    for (int i = 0; i < 100_000; i++) {
      assertThat(seen.add("news/" + i + ".txt")).isTrue();
    }
    for (int i = 0; i < 100_000; i++) {
      assertThat(seen.add("news/" + i + ".txt")).isFalse();
    }
  }
}
