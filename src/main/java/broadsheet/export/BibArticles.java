package broadsheet.export;

import broadsheet.address.WebAddress;
import broadsheet.article.Article;
import broadsheet.engine.result.NamedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes articles as BibTeX entries in UTF-8, keyed by their ids. */
record BibArticles(OutputStream out) implements ArticleWriter {
  @Override
  public void write(NamedArticle named, String note) throws IOException {
    Article article = named.article();
    StringBuilder entry = new StringBuilder("@article{" + key(article.id()));
    add(entry, "title", "{" + escaped(article.headline()) + "}");
    add(entry, "author", authors(article));
    add(entry, "journal", escaped(article.source()));
    article.publishedAt().first().ifPresent(day -> addDate(entry, article, day));
    add(entry, "langid", escaped(article.ownLanguage()));
    add(entry, "url", address(WebAddress.of(article.url())));
    add(entry, "annote", escaped(note));
    entry.append("\n}\n\n");
    out.write(entry.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void addDate(StringBuilder entry, Article article, LocalDate first) {
    String year = String.format(Locale.ROOT, "%04d", first.getYear());
    add(entry, "year", year);
    switch (article.publishedAt().precision()) {
      case UNKNOWN, YEAR -> {}
      case MONTH -> add(entry, "month", Integer.toString(first.getMonthValue()));
      case DAY, INSTANT -> {
        add(entry, "month", Integer.toString(first.getMonthValue()));
        add(entry, "date", first.toString());
      }
    }
  }

  private static void add(StringBuilder entry, String name, String value) {
    if (!value.isBlank() && !value.equals("{}")) {
      entry.append(",\n  ").append(name).append(" = {").append(value).append('}');
    }
  }

  /** Braces a name that contains a name separator, so that it stays whole. */
  private static String authors(Article article) {
    return article.authors().stream()
        .map(
            name ->
                name.matches("(?i).*(,|\\band\\b).*") ? "{" + escaped(name) + "}" : escaped(name))
        .collect(Collectors.joining(" and "));
  }

  /** Keys have ASCII letters and digits; other characters are written as their code points. */
  private static String key(String id) {
    return id.codePoints()
        .mapToObj(
            c ->
                c < 128 && (Character.isLetterOrDigit(c) || "._-".indexOf(c) >= 0)
                    ? Character.toString(c)
                    : ":" + Integer.toHexString(c))
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.strip()
        .replaceAll("\\s+", " ")
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '\\' -> escaped.append("\\textbackslash{}");
                case '~' -> escaped.append("\\textasciitilde{}");
                case '^' -> escaped.append("\\textasciicircum{}");
                case '{', '}', '$', '&', '#', '%', '_' -> escaped.append('\\').appendCodePoint(c);
                default -> escaped.appendCodePoint(c);
              }
            });
    return escaped.toString();
  }

  /** An address is taken literally, so only characters that would end the field are encoded. */
  private static String address(String url) {
    return url.strip().replace("\\", "%5C").replace("{", "%7B").replace("}", "%7D");
  }

  /** Writes a comment: BibTeX ignores text outside of entries. */
  @Override
  public void remark(String text) throws IOException {
    out.write(("% " + text.replace("@", "") + "\n\n").getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void finish() throws IOException {
    out.flush();
  }
}
