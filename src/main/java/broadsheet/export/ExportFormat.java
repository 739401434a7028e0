package broadsheet.export;

import broadsheet.address.QueryString;
import broadsheet.engine.result.NamedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The program's own formats of files with articles. */
public enum ExportFormat implements ArticleFormat {
  CSV("CSV", CsvWriter.TYPE + "; header=present", ArticleTable::new, ListTable::write),
  JSONL(
      "JSON lines",
      "application/jsonl; charset=utf-8",
      (out, site) -> new JsonLineArticles(out),
      null),
  RIS(
      "RIS",
      "application/x-research-info-systems; charset=utf-8",
      (out, site) -> new RisArticles(out),
      null),
  BIB("BibTeX", "application/x-bibtex; charset=utf-8", (out, site) -> new BibArticles(out), null),
  MD("Markdown", "text/markdown; charset=utf-8", null, MarkdownList::write),
  HTML("HTML dossier", "text/html; charset=utf-8", null, Dossier::write);

  /** The formats of searches. A list can be written in any format. */
  public static final List<ExportFormat> OF_SEARCHES =
      Arrays.stream(values()).filter(format -> format.articles != null).toList();

  private final String label;
  private final String type;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final @Nullable ArticleFile articles;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final @Nullable ListFile list;

  /**
   * @param articles how articles are written; null in a format for lists only
   * @param list how a list is written; null where it is its articles with their notes
   */
  ExportFormat(String label, String type, @Nullable ArticleFile articles, @Nullable ListFile list) {
    this.label = label;
    this.type = type;
    this.articles = articles;
    this.list = list;
  }

  private interface ArticleFile {
    ArticleWriter begin(OutputStream out, String site) throws IOException;
  }

  private interface ListFile {
    void write(ExportedList list, OutputStream out) throws IOException;
  }

  /** The format of a file's name; empty if it ends in none of them. */
  public static Optional<ExportFormat> of(String name) {
    return Arrays.stream(values()).filter(format -> name.endsWith(format.suffix())).findFirst();
  }

  @Override
  public String label() {
    return label;
  }

  @Override
  public String type() {
    return type;
  }

  @Override
  public String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  @Override
  public ArticleWriter writer(OutputStream out, ByteOrderMark mark, String site)
      throws IOException {
    if (articles == null) {
      throw new UnsupportedOperationException(name() + " is for lists only");
    }
    begin(mark, out);
    return articles.begin(out, site);
  }

  /**
   * A complete file with a single article.
   *
   * @param site the address of the server, without a trailing slash
   */
  public byte[] of(NamedArticle article, String site) {
    return ArticleFormat.inMemory(
        out -> {
          ArticleWriter writer = writer(out, ByteOrderMark.NO, site);
          writer.write(article);
          writer.finish();
        });
  }

  /** Only tables have a byte order mark. */
  private void begin(ByteOrderMark mark, OutputStream out) throws IOException {
    if (this == CSV) {
      mark.begin(out);
    }
  }

  @Override
  public String link(QueryString query, String path) {
    return (this == CSV ? ByteOrderMark.asked(query) : query).after(path);
  }

  @Override
  public void write(ExportedList list, ByteOrderMark mark, OutputStream out) throws IOException {
    if (this.list == null) {
      ArticleFormat.super.write(list, mark, out);
      return;
    }
    begin(mark, out);
    this.list.write(list, out);
    out.flush();
  }
}
