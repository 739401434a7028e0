package broadsheet.web;

import broadsheet.article.Article;
import broadsheet.desk.Desks;
import broadsheet.desk.KnownSearches;
import broadsheet.desk.SavedSearch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Saved searches with known ids, so that their pages can be addressed. */
final class SampleAlerts {

  /** A search that matches the last of the sample articles. */
  static final String TIDES = "tides";

  /** A search without new articles. */
  static final String BOARD = "board";

  private SampleAlerts() {}

  /** Whether an article is added after the searches were saved. */
  static boolean isLate(Article article) {
    return Set.of("bulletin-24", "bulletin-25").contains(article.id());
  }

  static void write(Path index) {
    KnownSearches.save(
        Desks.open(index),
        List.of(
            new SavedSearch(
                TIDES,
                "q=tide+-ferry",
                "tide without ferry",
                Instant.parse("2026-01-12T08:30:00Z"),
                0),
            new SavedSearch(
                BOARD,
                "q=%22harbour+board%22+w%2Fs+barley&from=2021-01-01&source=The+Evening+Lantern",
                "“harbour board” in the same sentence as barley",
                Instant.parse("2026-01-14T16:05:00Z"),
                0)));
  }
}
