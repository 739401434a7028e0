package broadsheet.export;

import broadsheet.address.ArticleAddress;
import broadsheet.article.SpelledDate;
import broadsheet.desk.ListedArticle;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a list as Markdown: a bullet an article, its note as a quotation below. */
record MarkdownList(String site) {

  static void write(ExportedList list, OutputStream out) throws IOException {
    StringBuilder text = new StringBuilder("# ").append(escaped(list.list().name())).append("\n");
    MarkdownList items = new MarkdownList(list.site());
    list.articles().forEach(each -> text.append('\n').append(items.item(each)));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String item(ListedArticle each) {
    String about =
        Stream.of(escaped(each.entry().source()), SpelledDate.of(each.date()), each.absence())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(", "));
    String note =
        each.entry().note().isEmpty()
            ? ""
            : each.entry()
                .note()
                .lines()
                .map(line -> "  > " + escaped(line) + "\n")
                .collect(Collectors.joining("", "\n", ""));
    return "- " + title(each) + " – " + about + "\n" + note;
  }

  private String title(ListedArticle each) {
    String title = escaped(each.entry().title());
    String address =
        !each.entry().url().isEmpty() || site.isEmpty()
            ? each.entry().url()
            : each.id().map(id -> site + ArticleAddress.path(id)).orElse("");
    return address.isEmpty()
        ? "**" + title + "**"
        : "[" + title + "](<" + address.replace("<", "%3C").replace(">", "%3E") + ">)";
  }

  /** Escapes text for Markdown and puts it on one line. */
  private static String escaped(String text) {
    return text.strip()
        .replaceAll("\\s+", " ")
        .replaceAll("([\\\\`*_\\[\\]<>#&~|!])", "\\\\$1")
        .replaceAll("^([-+]|\\d+[.)])", "\\\\$1");
  }
}
