package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.KeptArrivalsContract;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqliteArrivalsTest extends KeptArrivalsContract {

  @TempDir private Path temporary;
  private Path file = Path.of("");

  @BeforeEach
  void findFiles() throws IOException {
    file = temporary.toRealPath().resolve("index.desk/arrivals.db");
  }

  @Override
  protected Desk desk() {
    return Desks.open(temporary.resolve("index"));
  }

  @Test
  void whereNobodySavedAnythingNothingIsWritten() {
    arrivals().write("s", List.of());
    assertThat(temporary).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"harbour-1", "gale-1", "second"})
  void changeAnywhereIsSeenAndReplaced(String word) throws IOException {
    arrivals().write("first", TWO);
    arrivals().append("second", List.of(arrival(1)));
    String whole = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(whole).contains(word);
    Files.writeString(
        file, whole.replace(word, "#" + word.substring(1)), StandardCharsets.ISO_8859_1);
    assertThat(arrivals().isAt("second")).isFalse();
    assertThatThrownBy(() -> arrivals().check())
        .isInstanceOf(DeskException.class)
        .hasMessageContaining(file + " is damaged (")
        .hasMessageContaining("this replaces it: ./broadsheet index --update --index ")
        .message()
        .doesNotContain("\n");
    arrivals().write("third", TWO);
    assertThat(arrivals().isAt("third")).isTrue();
    assertThat(arrivals().read()).contains(TWO);
  }

  @Test
  void missingRecordIsSeen() {
    arrivals().write("s", TWO);
    new Database(
            DeskFolder.of(temporary.resolve("index")),
            "arrivals.db",
            "",
            SqliteStore.ARRIVALS_VERSION)
        .change(
            session -> {
              session.run("DELETE FROM document WHERE content LIKE '%\"00ff\"%'");
              return session;
            });
    assertThat(arrivals().isAt("s")).isFalse();
    assertThatThrownBy(() -> arrivals().check()).hasMessageContaining("it has 1 of 2 arrivals");
  }
}
