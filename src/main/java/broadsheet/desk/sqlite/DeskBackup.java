package broadsheet.desk.sqlite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import broadsheet.desk.DeskException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import org.sqlite.SQLiteConfig;

/**
 * Copies a desk while it is used: each database as it is at one moment, by SQLite itself.
 *
 * @param to does not exist yet
 */
record DeskBackup(DeskFolder from, DeskFolder to) {

  private static final byte[] HEAD = "SQLite format 3\0".getBytes(US_ASCII);

  /** How long a copy waits for a change to be finished. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /**
   * Copies the desk.
   *
   * @throws DeskException when it cannot be read or the copy cannot be written
   */
  void copy() {
    to.make();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(from.folder())) {
      for (Path file : files) {
        if (isDatabase(file)) {
          copyDatabase(file);
        }
      }
    } catch (IOException | SQLException e) {
      throw new DeskException(
          "%s could not be backed up (%s). Check disk space and permissions, then try again with another folder."
              .formatted(from.folder(), e.getMessage()),
          e);
    }
  }

  private static boolean isDatabase(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(HEAD.length), HEAD);
    } catch (NoSuchFileException e) { // SQLite deletes its own files once a database is closed
      return false;
    }
  }

  private void copyDatabase(Path file) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout((int) PATIENCE.toMillis());
    try (Connection connection = config.createConnection("jdbc:sqlite:" + file.toUri())) {
      RowChecksum.define(connection);
      try (PreparedStatement copying = connection.prepareStatement("VACUUM INTO ?")) {
        copying.setString(1, to.folder().resolve(file.getFileName()).toUri().toString());
        copying.execute();
      }
    }
  }
}
