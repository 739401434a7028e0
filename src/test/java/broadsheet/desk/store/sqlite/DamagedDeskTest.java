package broadsheet.desk.store.sqlite;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import broadsheet.files.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sqlite.SQLiteConfig;

/** A damaged desk is never opened as an empty one, and none of it is overwritten. */
class DamagedDeskTest {

  @TempDir private Path folder;
  private Path file = Path.of("");

  @BeforeEach
  void fill() throws IOException {
    ReadingList list = desk().lists().create("", "Cocoa");
    desk().lists().entries().put(list.id(), List.of(entry()));
    desk().readMarks().turnOn("");
    desk().searches().add("q=tide", "tide", 0);
    file = folder.toRealPath().resolve("index.desk/lists.db");
  }

  private Desk desk() {
    return Desks.open(folder.resolve("index"));
  }

  private static ListEntry entry() {
    return new ListEntry(
        new ArticleRef("tide", "00"),
        "Tide",
        "",
        "",
        "",
        "why it matters",
        Instant.parse("2026-01-12T08:30:00Z"));
  }

  /** Damage that a file may suffer. */
  enum Damage {
    EMPTY {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, new byte[0]);
      }
    },
    MISSING {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
      }
    },
    FOLDER {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
      }
    },
    CUT_SHORT {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 100));
      }
    },
    CUT_AFTER_A_PAGE {
      @Override
      void to(Path file) throws IOException {
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 4096));
      }
    },
    NO_BEGINNING {
      @Override
      void to(Path file) throws IOException {
        zero(file, 0, 4);
      }
    },
    NO_VERSION {
      @Override
      void to(Path file) throws IOException {
        zero(file, 60, 4);
      }
    },
    /** SQLite reads a page without cells as an empty table. */
    PAGES_WITHOUT_ROWS {
      @Override
      void to(Path file) throws IOException {
        for (int page = 4096; page < Files.size(file); page += 4096) {
          zero(file, page + 3, 2);
        }
      }
    },
    ANOTHER_TABLE {
      @Override
      void to(Path file) throws IOException {
        String whole = Files.readString(file, ISO_8859_1);
        Files.writeString(
            file, whole.replaceFirst("CREATE TABLE document", "CREATE TABLE documant"), ISO_8859_1);
      }
    },
    ANOTHER_NOTE {
      @Override
      void to(Path file) throws IOException {
        String whole = Files.readString(file, ISO_8859_1);
        Files.writeString(file, whole.replace("why it matters", "why it mutters"), ISO_8859_1);
      }
    },
    /** SQLite makes such a database when it finds no file. */
    NEW_DATABASE {
      @Override
      void to(Path file) throws IOException {
        Files.delete(file);
        try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
            Statement statement = connection.createStatement()) {
          statement.execute("VACUUM"); // writes it
        } catch (SQLException e) {
          throw new IOException(e);
        }
      }
    };

    abstract void to(Path file) throws IOException;

    private static void zero(Path file, int from, int count) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      Arrays.fill(bytes, from, from + count, (byte) 0);
      Files.write(file, bytes);
    }
  }

  @ParameterizedTest
  @EnumSource
  void damageIsSaidAndNothingIsWrittenOver(Damage damage) throws IOException {
    damage.to(file);
    byte[] damaged = Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
    assertRefused(() -> desk().lists().all(""));
    assertRefused(() -> desk().lists().check());
    assertRefused(() -> desk().readMarks().isOn(""));
    assertRefused(() -> desk().lists().create("", "Coffee"));
    assertRefused(() -> desk().hold().copyTo(folder.resolve("copy/index")));
    assertRefused(() -> desk().lists().all("")); // also after changes were refused
    if (Files.isRegularFile(file)) {
      assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }
    assertThat(desk().searches().all()).hasSize(1);
  }

  private void assertRefused(ThrowableAssert.ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOf(DeskException.class)
        .hasMessageStartingWith(file + " is damaged (")
        .hasMessageEndingWith(Database.RESTORE);
  }

  @Test
  void anewIsBegunAsTheMessageSays() throws IOException {
    Damage.ANOTHER_NOTE.to(file);
    Files.move(file, folder.resolve("lists.db.damaged"));
    Path contents = file.resolveSibling("contents");
    Files.writeString(contents, Files.readString(contents).replace("lists.db\n", ""));
    assertThat(desk().lists().all("")).isEmpty();
    desk().lists().create("", "Coffee");
    assertThat(desk().lists().all("")).hasSize(1);
  }

  /** Commands that need the list report the damage; a sound database can be read without it. */
  @ParameterizedTest
  @ValueSource(strings = {"lis\0s.db", "../lists.db", "listszdb", ""})
  void damagedAccountOfWhatIsThereIsSaid(String line) throws IOException {
    Files.writeString(file.resolveSibling("contents"), line + "\nsearches.db\n");
    assertThat(desk().lists().all("")).hasSize(1);
    assertContentsRefused(() -> desk().lists().check());
    assertContentsRefused(() -> desk().hold().copyTo(folder.resolve("copy/index")));
    Files.delete(file);
    assertContentsRefused(() -> desk().lists().all(""));
  }

  private static void assertContentsRefused(ThrowableAssert.ThrowingCallable action) {
    assertThatThrownBy(action)
        .isInstanceOf(DeskException.class)
        .hasMessageContaining("index.desk/contents is damaged (a line is no name of a database)");
  }

  /** The list of the databases may be lost as well. */
  @ParameterizedTest
  @EnumSource(
      names = {"MISSING", "NEW_DATABASE"},
      mode = EnumSource.Mode.EXCLUDE)
  void damageIsSaidWithoutTheListOfWhatIsThere(Damage damage) throws IOException {
    Files.delete(file.resolveSibling("contents"));
    damage.to(file);
    assertRefused(() -> desk().lists().all(""));
    assertRefused(() -> desk().lists().create("", "Coffee"));
  }

  @Test
  void lostListIsBegunAgainOnceTheDeskIsChanged() throws IOException {
    Files.delete(file.resolveSibling("contents"));
    desk().searches().add("q=ferry", "ferry", 0);
    Files.delete(file);
    assertRefused(() -> desk().lists().all(""));
  }

  /** Its disk may be unmounted while a server runs. */
  @Test
  void deskThatVanishesIsNotMadeAnew() throws IOException {
    Desk open = desk();
    assertThat(open.lists().all("")).hasSize(1);
    Path desk = file.resolveSibling("../index.desk").normalize();
    Path away = Files.move(desk, folder.resolve("away"), StandardCopyOption.ATOMIC_MOVE);
    assertRefused(() -> open.lists().create("", "Coffee"));
    assertThat(desk).doesNotExist();
    Files.move(away, desk, StandardCopyOption.ATOMIC_MOVE);
    assertThat(open.lists().all("")).hasSize(1);
  }

  @Test
  void onlyTheOwnerMayOpenIt() throws IOException {
    assumePosix();
    assertPrivate();
    try (Connection connection = new SQLiteConfig().createConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA user_version"); // opens the log
      assertPrivate();
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }

  /** Leaves the desk as a copy by another program would. */
  @Test
  void whatOthersMayReadIsTightened() throws IOException {
    assumePosix();
    Path desk = folder.resolve("index.desk");
    for (Path each : files(desk)) {
      Files.setPosixFilePermissions(each, PosixFilePermissions.fromString("rw-r--r--"));
    }
    Files.setPosixFilePermissions(desk, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertThat(desk().lists().all("")).hasSize(1);
    assertPrivate();
  }

  private void assertPrivate() throws IOException {
    Path desk = folder.resolve("index.desk");
    assertThat(permissions(desk)).isEqualTo("rwx------");
    assertThat(files(desk))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(permissions(each)).isEqualTo("rw-------"));
  }

  private static void assumePosix() throws IOException {
    Path probe = Files.createTempFile("probe", "");
    boolean isPosix = probe.getFileSystem().supportedFileAttributeViews().contains("posix");
    Files.delete(probe);
    assumeTrue(isPosix, "no POSIX permissions here");
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  private static List<Path> files(Path desk) throws IOException {
    try (Stream<Path> files = Files.list(desk)) {
      return files.toList();
    }
  }

  /** The file system has no POSIX permissions, like that of Windows. */
  @Test
  void fileSystemWithoutPermissionsIsNoError() throws IOException {
    Path zip = folder.resolve("none.zip");
    try (var system =
        java.nio.file.FileSystems.newFileSystem(zip, java.util.Map.of("create", "true"))) {
      Path inside = system.getPath("/desk");
      OwnerOnly.createFolder(inside);
      OwnerOnly.createFile(inside.resolve("file"));
      Files.writeString(inside.resolve("file"), "kept", UTF_8);
      OwnerOnly.tighten(inside);
      assertThat(inside.resolve("file")).content(UTF_8).isEqualTo("kept");
    }
  }
}
