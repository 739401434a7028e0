package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.NameCorrectionsContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteNameCorrectionsTest extends NameCorrectionsContract {

  @TempDir private Path temporary;

  @Override
  protected Desk desk() {
    return Desks.open(temporary.resolve("index"));
  }

  @Override
  protected Path folder() {
    try {
      return temporary.toRealPath().resolve("index.desk");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nothingIsWrittenByReading() {
    assertThat(desk().names().all()).isEmpty();
    assertThat(desk().names().remove(1)).isEmpty();
    assertThat(temporary).isEmptyDirectory();
  }
}
