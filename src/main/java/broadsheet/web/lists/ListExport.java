package broadsheet.web.lists;

import broadsheet.desk.ReadingList;
import broadsheet.engine.SearchEngine;
import broadsheet.web.takeaway.CsvWriter;
import broadsheet.web.takeaway.ExportFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats in which a list can be taken away, with its notes. */
public enum ListExport {
  CSV("CSV", CsvWriter.TYPE),
  RIS("RIS", ExportFormat.RIS.type()),
  BIB("BibTeX", ExportFormat.BIB.type()),
  JSONL("JSON lines", ExportFormat.JSONL.type()),
  MD("Markdown", "text/markdown; charset=utf-8"),
  HTML("HTML dossier", "text/html; charset=utf-8");

  private static final List<String> COLUMNS =
      List.of("id", "title", "publishedAt", "source", "url", "note", "addedAt", "gone");

  private final String label;
  private final String type;

  ListExport(String label, String type) {
    this.label = label;
    this.type = type;
  }

  /** The name on the page. */
  public String label() {
    return label;
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** The end of a file's name: {@code .csv}. */
  public String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** The format of a file's name; empty if it ends in none of them. */
  public static Optional<ListExport> of(String name) {
    return Arrays.stream(values()).filter(format -> name.endsWith(format.suffix())).findFirst();
  }

  /**
   * Writes a list.
   *
   * @param site scheme and authority of the server, for links to articles; empty for none
   * @param out is not closed
   * @throws UncheckedIOException if it cannot be written
   */
  public void write(
      ReadingList list,
      List<ListedArticle> articles,
      SearchEngine engine,
      String site,
      OutputStream out) {
    try {
      switch (this) {
        case CSV -> table(articles, out);
        case RIS -> records(ExportFormat.RIS, articles, engine, site, out);
        case BIB -> records(ExportFormat.BIB, articles, engine, site, out);
        case JSONL -> records(ExportFormat.JSONL, articles, engine, site, out);
        case MD -> new MarkdownList(site, out).write(list, articles);
        case HTML -> new Dossier(engine, out).write(list, articles);
      }
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A whole list in memory. */
  byte[] of(ReadingList list, List<ListedArticle> articles, SearchEngine engine, String site) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    write(list, articles, engine, site, out);
    return out.toByteArray();
  }

  private static void table(List<ListedArticle> articles, OutputStream out) throws IOException {
    CsvWriter table = new CsvWriter(out, COLUMNS);
    for (ListedArticle each : articles) {
      table.write(
          List.of(
              each.id().orElse(each.entry().article().id()),
              each.entry().title(),
              each.entry().date(),
              each.entry().source(),
              each.entry().url(),
              each.entry().note(),
              each.entry().addedAt().toString(),
              each.id().isPresent() ? "" : each.isWithdrawn() ? "withdrawn" : "gone"));
    }
    table.finish();
  }

  private static void records(
      ExportFormat format,
      List<ListedArticle> articles,
      SearchEngine engine,
      String site,
      OutputStream out)
      throws IOException {
    for (ListedArticle each : articles) {
      out.write(format.of(each.article(engine), each.entry().note(), site));
    }
  }
}
