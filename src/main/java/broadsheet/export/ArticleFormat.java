package broadsheet.export;

import broadsheet.address.QueryString;
import broadsheet.desk.ListedArticle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A format in which the articles of a search or of a list are written to a file. Immutable. */
public interface ArticleFormat {

  /** The name on a page. */
  String label();

  /** The media type. */
  String type();

  /** The file suffix: {@code .csv}. */
  String suffix();

  /**
   * Creates a writer and writes the header, if the format has one.
   *
   * @param mark whether a table begins with a byte order mark
   * @param site the address of the server, without a trailing slash
   * @throws UnsupportedOperationException if the format is for lists only
   */
  ArticleWriter writer(OutputStream out, ByteOrderMark mark, String site) throws IOException;

  /** The address of a file, for the link on a page. */
  default String link(QueryString query, String path) {
    return query.after(path);
  }

  /**
   * Writes a list: unless the format has a form of its own, its articles with their notes.
   *
   * @param out is not closed
   */
  default void write(ExportedList list, ByteOrderMark mark, OutputStream out) throws IOException {
    ArticleWriter writer = writer(out, mark, list.site());
    for (ListedArticle each : list.articles()) {
      writer.write(each.named(list.engine()), each.entry().note());
    }
    writer.finish();
    out.flush();
  }

  /** A complete file with a list. */
  default byte[] of(ExportedList list, ByteOrderMark mark) {
    return inMemory(out -> write(list, mark, out));
  }

  /** Writes a file. */
  interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** A whole file in memory. */
  static byte[] inMemory(Content content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
