package broadsheet.web.lists;

import broadsheet.desk.ReadingList;
import broadsheet.web.link.ArticleAddress;
import broadsheet.web.page.DateLabel;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a list as Markdown: a bullet an article, its note as a quotation below. */
record MarkdownList(String site, OutputStream out) {

  void write(ReadingList list, List<ListedArticle> articles) throws IOException {
    StringBuilder text = new StringBuilder("# ").append(escaped(list.name())).append("\n");
    articles.forEach(each -> text.append('\n').append(item(each)));
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  private String item(ListedArticle each) {
    String about =
        Stream.of(escaped(each.entry().source()), DateLabel.of(each.date()).text(), each.absence())
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
