package broadsheet.export;

import broadsheet.desk.ListEntry;
import broadsheet.desk.ListedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes a list with its notes as a table, which {@link ListImport} reads. */
final class ListTable {
  private static final List<String> COLUMNS =
      List.of("id", "title", "publishedAt", "source", "url", "note", "addedAt", "gone");

  private ListTable() {}

  static void write(ExportedList list, OutputStream out) throws IOException {
    CsvWriter table = new CsvWriter(out, COLUMNS);
    for (ListedArticle each : list.articles()) {
      table.write(cells(each));
    }
    table.finish();
  }

  private static List<String> cells(ListedArticle article) {
    ListEntry entry = article.entry();
    return List.of(
        article.id().orElse(entry.article().id()),
        entry.title(),
        ArticleTable.inWholeSeconds(entry.date()),
        entry.source(),
        entry.url(),
        entry.note(),
        entry.addedAt().toString(),
        article.id().isPresent() ? "" : article.isWithdrawn() ? "withdrawn" : "gone");
  }
}
