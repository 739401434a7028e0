package broadsheet.desk.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SqlFunctionsTest {

  @Test
  void checksumsTellColumnsApart() throws SQLException {
    try (Session session = Session.inMemory()) {
      List<Long> sums =
          List.of(
              session.number("SELECT crc('ab', 'c')"),
              session.number("SELECT crc('a', 'bc')"),
              session.number("SELECT crc('', 'abc')"),
              session.number("SELECT crc(NULL, 'abc')"),
              session.number("SELECT crc('abc')"));
      assertThat(sums).doesNotHaveDuplicates();
    }
  }
}
