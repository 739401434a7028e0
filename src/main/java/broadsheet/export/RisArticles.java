package broadsheet.export;

import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.engine.result.NamedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Writes articles in the RIS format of reference managers. A date is as precise as the article
 * states it.
 *
 * <p>Source: Research Information Systems, "RIS Format Specifications".
 */
record RisArticles(OutputStream out) implements ArticleWriter {
  @Override
  public void write(NamedArticle named, String note) throws IOException {
    Article article = named.article();
    StringBuilder record = new StringBuilder("TY  - NEWS\r\n");
    add(record, "ID", article.id());
    add(record, "TI", article.headline());
    article.authors().forEach(author -> add(record, "AU", author));
    add(record, "T2", article.source());
    add(record, "SE", article.section());
    article.publishedAt().first().ifPresent(day -> addDate(record, article, day));
    add(record, "AB", article.standfirst());
    article.topics().forEach(topic -> add(record, "KW", topic));
    add(record, "LA", article.ownLanguage());
    add(record, "UR", WebAddress.of(article.url()));
    add(record, "N1", note);
    record.append("ER  - \r\n\r\n");
    out.write(record.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** A date has three slashes, with the known parts between them: {@code 2023/06//}. */
  private static void addDate(StringBuilder record, Article article, LocalDate first) {
    String year = String.format(Locale.ROOT, "%04d", first.getYear());
    String date =
        switch (article.publishedAt().precision()) {
          case UNKNOWN, YEAR -> year + "///";
          case MONTH -> String.format(Locale.ROOT, "%s/%02d//", year, first.getMonthValue());
          case DAY, INSTANT ->
              String.format(
                  Locale.ROOT, "%s/%02d/%02d/", year, first.getMonthValue(), first.getDayOfMonth());
        };
    add(record, "PY", year);
    add(record, "DA", date);
  }

  private static void add(StringBuilder record, String tag, String value) {
    if (!value.isBlank()) {
      String line = value.strip().replaceAll("\\s+", " ");
      record.append(tag).append("  - ").append(line).append("\r\n");
    }
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
