package broadsheet.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordTableTest {

  /** A row with every kind of value. */
  public record Row(String word, long count, double share, @Nullable String source) {}

  @Test
  void eachRecordIsARowWithNumbersInFull() {
    RecordTable<Row> table =
        new RecordTable<>(
            Row.class,
            List.of(
                new Row("oil, crude", 12_345_678L, 0.000_000_12, null),
                new Row("=SUM(1)", -12, -1234567.25, "The \"Post\"")));
    assertThat(table.names()).containsExactly("word", "count", "share", "source");
    assertThat(new String(table.csv(), StandardCharsets.UTF_8))
        .isEqualTo(
            "word,count,share,source\r\n"
                + "\"oil, crude\",12345678,0.00000012,\r\n"
                + "'=SUM(1),-12,-1234567.25,\"The \"\"Post\"\"\"\r\n");
  }
}
