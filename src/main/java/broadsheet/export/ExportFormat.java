package broadsheet.export;

import broadsheet.address.QueryString;
import broadsheet.desk.ListedArticle;
import broadsheet.engine.result.NamedArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The formats in which the articles of a search or of a list are written to a file. */
public enum ExportFormat {
  CSV("CSV", CsvWriter.TYPE + "; header=present", ArticleTable::new, ListTable::write),
  JSONL("JSON lines", "application/jsonl; charset=utf-8", (out, site) -> new JsonLineArticles(out)),
  RIS(
      "RIS",
      "application/x-research-info-systems; charset=utf-8",
      (out, site) -> new RisArticles(out)),
  BIB("BibTeX", "application/x-bibtex; charset=utf-8", (out, site) -> new BibArticles(out)),
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
  private final ListFile list;

  /** A format in which a list is its articles with their notes. */
  ExportFormat(String label, String type, ArticleFile articles) {
    this(label, type, articles, (list, out) -> records(list, articles.begin(out, list.site())));
  }

  ExportFormat(String label, String type, @Nullable ArticleFile articles, ListFile list) {
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

  private static void records(ExportedList list, ArticleWriter writer) throws IOException {
    for (ListedArticle each : list.articles()) {
      writer.write(each.named(list.engine()), each.entry().note());
    }
    writer.finish();
  }

  /** The format of a file's name; empty if it ends in none of them. */
  public static Optional<ExportFormat> of(String name) {
    return Arrays.stream(values()).filter(format -> name.endsWith(format.suffix())).findFirst();
  }

  /** The name on a page. */
  public String label() {
    return label;
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** The file suffix: {@code .csv}. */
  public String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Creates a writer and writes the header, if the format has one.
   *
   * @param mark whether a table begins with a byte order mark
   * @param site the address of the server, without a trailing slash
   * @throws UnsupportedOperationException if it is none of {@link #OF_SEARCHES}
   */
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
    return inMemory(
        out -> {
          ArticleWriter writer = writer(out, ByteOrderMark.NO, site);
          writer.write(article);
          writer.finish();
        });
  }

  /** A complete file with a list. */
  public byte[] of(ExportedList list, ByteOrderMark mark) {
    return inMemory(out -> write(list, mark, out));
  }

  /** Only tables have a byte order mark. */
  private void begin(ByteOrderMark mark, OutputStream out) throws IOException {
    if (this == CSV) {
      mark.begin(out);
    }
  }

  /** The address of a file, for the link on a page. */
  public String link(QueryString query, String path) {
    return (this == CSV ? ByteOrderMark.asked(query) : query).after(path);
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  private static byte[] inMemory(Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /**
   * Writes a list.
   *
   * @param out is not closed
   */
  public void write(ExportedList list, ByteOrderMark mark, OutputStream out) throws IOException {
    begin(mark, out);
    this.list.write(list, out);
    out.flush();
  }
}
