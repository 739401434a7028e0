package broadsheet.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.ArticleRef;
import broadsheet.receipt.Receipt.ArchiveState;
import broadsheet.receipt.Receipt.Counts;
import broadsheet.receipt.Receipt.ListContent;
import broadsheet.receipt.Receipt.Question;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptFileTest {

  private static final Receipt RECEIPT = receipt();

  private static ArticleSet set(String... ids) {
    ArticleCollector collector = new ArticleCollector();
    for (String id : ids) {
      collector.take(
          new ArticleRef(
              id, "00".repeat(15) + String.format(Locale.ROOT, "%02x", (int) id.charAt(0))),
          "2015");
    }
    return collector.set();
  }

  private static Receipt receipt() {
    return new Receipt(
        Receipt.FORMAT,
        "2026-11-29T10:00:00Z",
        new Question(
            "tide “Zürich” last:7d",
            "tide and “Zürich”",
            "2026-11-29",
            List.of("2026-11-22.."),
            List.of(new ListContent("story", set("x")))),
        Map.of("sort", List.of("newest"), "source", List.of("Lantern", "Courier")),
        new ArchiveState("1.0", 16, "ab".repeat(32), 9, "2026-11-28T10:00:00Z", ""),
        new Counts(2, 1, "whole"),
        set("a", "b"));
  }

  private static String text() {
    return new String(ReceiptFile.bytes(RECEIPT), StandardCharsets.UTF_8);
  }

  private static Receipt read(String text) throws IOException {
    return ReceiptFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    assertThat(read(text())).isEqualTo(RECEIPT);
    assertThat(read(text()).parameters().text()).isEqualTo(RECEIPT.query().text());
  }

  /** A key or value and what replaces it, with a part of the message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "receipt" : 1                   | "receipt" : 2        | a receipt of format 2
          "receipt" : 1                   | "receipt" : "1"      | no receipt
          "receipt" : 1                   | "other" : 1          | no receipt
          "total" : 2                     | "total" : "2"        | “counts.total”
          "total" : 2                     | "total" : 2.5        | “counts.total”
          "total" : 2                     | "total" : null       | “counts.total”
          "total" : 2                     | "totals" : 2         | “counts.total
          "total" : 2                     | "total" : 2, "total" : 2 | at line
          "whole"                         | "half"               | “counts”
          "count" : 2                     | "count" : 3          | not as many articles
          "2026-11-29T10:00:00Z"          | "yesterday"          | “yesterday” is no time
          "2026-11-29"                    | "2026-02-30"         | is no day
          "newest"                        | "sideways"           | relevance, newest, oldest or added
          "sort"                          | "sorting"            | unknown parameter
          "2026-11-22.."                  | null                 | “query
          "id" : "a"                      | "id" : ""            | “found.articles[0]”
          "00000000000000000000000000000061" | "0061"            | do not fit their digest
          "00000000000000000000000000000061" | "xyz"             | no fingerprint
          """)
  void whatIsWrongIsSaid(String there, String instead, String message) {
    assertThat(text()).contains(there);
    assertThatThrownBy(
            () ->
                read(text().replaceFirst(Pattern.quote(there), Matcher.quoteReplacement(instead))))
        .isInstanceOf(ReceiptException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aCutOrLengthenedFileIsNone() {
    for (int length = 0; length < text().length() - 1; length += 7) {
      String cut = text().substring(0, length);
      assertThatThrownBy(() -> read(cut)).isInstanceOf(ReceiptException.class);
    }
    assertThatThrownBy(() -> read(text() + "{}")).isInstanceOf(ReceiptException.class);
  }

  @ParameterizedTest
  @CsvSource({"''", "[]", "42", "null", "'\"receipt\"'", "{}", "not JSON"})
  void otherFilesAreNone(String other) {
    assertThatThrownBy(() -> read(other)).isInstanceOf(ReceiptException.class);
    assertThatThrownBy(() -> read("[".repeat(100_000))).isInstanceOf(ReceiptException.class);
  }

  @Test
  void aFileThatIsTooLongIsNotRead() {
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            return ' ';
          }

          @Override
          public int read(byte[] bytes, int offset, int length) {
            Arrays.fill(bytes, offset, offset + length, (byte) ' ');
            return length;
          }
        };
    assertThatThrownBy(() -> ReceiptFile.read(endless))
        .isInstanceOf(ReceiptException.class)
        .hasMessageContaining("longer than 32 MB");
  }

  /** The digest can be computed with other tools: this one by Python. */
  @Test
  void theDigestIsTheSumOfSha256() {
    assertThat(set("a", "b").digest())
        .isEqualTo("6adfd3d52c0702c56c7b223661d04a2281e96a1b91b7ad45eacf5a4225b59778");
  }
}
