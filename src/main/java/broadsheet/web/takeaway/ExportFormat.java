package broadsheet.web.takeaway;

import broadsheet.article.Article;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The forms in which all the articles of a search can be taken away. */
public enum ExportFormat {
  CSV("CSV", "text/csv; charset=utf-8; header=present") {
    @Override
    ArticleWriter writer(OutputStream out) throws IOException {
      return new CsvArticles(out);
    }
  },
  JSONL("JSON lines", "application/jsonl; charset=utf-8") {
    @Override
    ArticleWriter writer(OutputStream out) {
      return new JsonLineArticles(out);
    }
  },
  RIS("RIS", "application/x-research-info-systems; charset=utf-8") {
    @Override
    ArticleWriter writer(OutputStream out) {
      return new RisArticles(out);
    }
  },
  BIB("BibTeX", "application/x-bibtex; charset=utf-8") {
    @Override
    ArticleWriter writer(OutputStream out) {
      return new BibArticles(out);
    }
  };

  private final String label;
  private final String type;

  ExportFormat(String label, String type) {
    this.label = label;
    this.type = type;
  }

  /** As the results page names it. */
  public String label() {
    return label;
  }

  /** The media type. */
  public String type() {
    return type;
  }

  /** Where it is asked for: {@code /search.csv}. */
  public String path() {
    return "/search" + suffix();
  }

  /** One article alone, with what stands around any number of them. */
  public byte[] of(Article article) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      ArticleWriter writer = writer(out);
      writer.write(article);
      writer.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** How the name of a file of it ends: {@code .csv}. */
  public String suffix() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** What writes it; the beginning, where the form has one, is written at once. */
  abstract ArticleWriter writer(OutputStream out) throws IOException;
}
