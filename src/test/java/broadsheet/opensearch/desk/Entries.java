package broadsheet.opensearch.desk;

import broadsheet.article.ArticleRef;
import broadsheet.desk.ListEntry;
import java.time.Instant;
import java.util.HexFormat;

/** Entries of lists for tests. Stateless. */
public final class Entries {
  private Entries() {}

  /** The entry with a number. */
  public static ListEntry entry(int number, String note) {
    return new ListEntry(
        new ArticleRef("tide-" + number, fingerprint(number)),
        "Tide " + number,
        "The Evening Lantern",
        "1987-03",
        "",
        note,
        Instant.parse("2026-01-12T08:30:00Z"));
  }

  static String fingerprint(int number) {
    return HexFormat.of().toHexDigits((short) number);
  }
}
