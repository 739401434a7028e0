package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.OwnersContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteOwnersTest extends OwnersContract {

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
  void logIsReadByTheOwnerOfTheProcessOnly() throws IOException {
    desk().lists().create("ada", "Cocoa");
    Path log = folder().resolve("audit.jsonl");
    assumeTrue(log.getFileSystem().supportedFileAttributeViews().contains("posix"));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
  }
}
