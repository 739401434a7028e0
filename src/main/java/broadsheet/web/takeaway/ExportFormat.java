package broadsheet.web.takeaway;

import broadsheet.article.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The formats in which all articles of a search can be downloaded. */
public enum ExportFormat {
  CSV("CSV", "text/csv; charset=utf-8; header=present") {
    @Override
    ArticleWriter writer(OutputStream out, String site) throws IOException {
      return new CsvArticles(out, site);
    }
  },
  JSONL("JSON lines", "application/jsonl; charset=utf-8") {
    @Override
    ArticleWriter writer(OutputStream out, String site) {
      return new JsonLineArticles(out);
    }
  },
  RIS("RIS", "application/x-research-info-systems; charset=utf-8") {
    @Override
    ArticleWriter writer(OutputStream out, String site) {
      return new RisArticles(out);
    }
  },
  BIB("BibTeX", "application/x-bibtex; charset=utf-8") {
    @Override
    ArticleWriter writer(OutputStream out, String site) {
      return new BibArticles(out);
    }
  };

  private final String label;
  private final String type;

  ExportFormat(String label, String type) {
    this.label = label;
    this.type = type;
  }

  /** The name on the results page. */
  public String label() {
    return label;
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** The path of the export: {@code /search.csv}. */
  public String path() {
    return "/search" + suffix();
  }

  /**
   * A complete file with a single article.
   *
   * @param site the address of the server, without a trailing slash
   */
  public byte[] of(Article article, String site) {
    return of(article, "", site);
  }

  /**
   * A complete file with a single article and a reader's note on it.
   *
   * @param note empty for none
   * @param site the address of the server, without a trailing slash
   */
  public byte[] of(Article article, String note, String site) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ArticleWriter writer = writer(out, site);
      writer.write(article, note);
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The file suffix: {@code .csv}. */
  public String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /**
   * Creates a writer and writes the header, if the format has one.
   *
   * @param site the address of the server, without a trailing slash
   */
  abstract ArticleWriter writer(OutputStream out, String site) throws IOException;
}
