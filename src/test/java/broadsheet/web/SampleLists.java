package broadsheet.web;

import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.Desks;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A list with notes; one of its articles is gone from the archive and one was taken off again. */
final class SampleLists {

  static final String NAME = "Harbour board";

  /** The path of its page by its name, below that of all lists. */
  static final String ADDRESS = "Harbour%20board";

  /** The fingerprint of an article that was taken off it. */
  static final String TAKEN = "03";

  private SampleLists() {}

  static void write(Path index) {
    Desk desk = Desks.open(index);
    ReadingList list = desk.lists().create("", NAME);
    desk.lists()
        .entries()
        .put(
            list.id(),
            List.of(
                entry("harbour-1", "00", "The harbour board", "Ask who paid.\nAnd when."),
                entry("arabic-1", "01", "\u0627\u0644\u0645\u064a\u0646\u0627\u0621", ""),
                entry("gone-1", "02", "A story that was withdrawn", "Keep for the file."),
                entry("tide-1", TAKEN, "Tide tables", "Put back if the board answers.")));
    desk.lists().entries().take(list.id(), List.of(TAKEN));
  }

  private static ListEntry entry(String id, String fingerprint, String title, String note) {
    return new ListEntry(
        new ArticleRef(id, fingerprint),
        title,
        "The Evening Lantern",
        "1987-03-04",
        "",
        note,
        Instant.parse("2026-01-12T08:30:00Z"));
  }

  /** The path of its page. */
  static String path(Path index) {
    return "/lists/" + Desks.open(index).lists().find("", NAME).orElseThrow().id();
  }
}
