package broadsheet.export;

import broadsheet.article.Article;
import broadsheet.article.SpelledDate;
import broadsheet.desk.ListedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a list as one HTML file that needs nothing else: the whole text of each article, under its
 * headline, with the note. Articles are read one at a time.
 */
record Dossier(OutputStream out) {

  private static final String STYLE =
      "body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.5 Georgia,serif}"
          + "article{border-top:1px solid;margin-top:2rem}"
          + ".note{border-inline-start:4px solid;padding-inline-start:1rem;white-space:pre-wrap}"
          + "@media print{article{break-before:page}}";

  static void write(ExportedList list, OutputStream out) throws IOException {
    new Dossier(out).write(list);
  }

  private void write(ExportedList list) throws IOException {
    String name = escaped(list.list().name());
    print(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
            + name
            + "</title>\n<style>"
            + STYLE
            + "</style>\n</head>\n<body>\n<h1 dir=\"auto\">"
            + name
            + "</h1>\n");
    for (ListedArticle each : list.articles()) {
      write(each, each.named(list.engine()).article());
    }
    print("</body>\n</html>\n");
  }

  private void write(ListedArticle listed, Article article) throws IOException {
    String about =
        Stream.of(
                article.source(),
                String.join(", ", article.authors()),
                SpelledDate.of(article.publishedAt()),
                listed.absence())
            .filter(part -> !part.isEmpty())
            .map(Dossier::escaped)
            .collect(Collectors.joining(" · "));
    String language =
        article.language().isEmpty() ? "" : " lang=\"" + escaped(article.language()) + "\"";
    print(
        "<article"
            + language
            + ">\n<h2 dir=\"auto\">"
            + escaped(listed.entry().title())
            + "</h2>\n");
    print("<p lang=\"en\">" + about + "</p>\n");
    if (!listed.entry().note().isEmpty()) {
      print("<p class=\"note\" dir=\"auto\">" + escaped(listed.entry().note()) + "</p>\n");
    }
    if (!article.standfirst().isEmpty()) {
      print("<p dir=\"auto\"><strong>" + escaped(article.standfirst()) + "</strong></p>\n");
    }
    for (String paragraph : article.paragraphs()) {
      print("<p dir=\"auto\">" + escaped(paragraph) + "</p>\n");
    }
    print("</article>\n");
  }

  private void print(String html) throws IOException {
    out.write(html.getBytes(StandardCharsets.UTF_8));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
