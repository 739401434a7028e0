package broadsheet.web.story;

import broadsheet.address.ArticleAddress;
import broadsheet.article.PrintedPage;
import broadsheet.scan.Scans;
import broadsheet.web.link.PartAddress;
import broadsheet.web.page.MarkedHtml;
import broadsheet.web.page.PartLabel;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The beginnings of pages and files in the body of an article, as its page shows them. */
final class BodyParts {
  /** Those of an article that is only a text. */
  static final BodyParts NONE = new BodyParts("", List.of(), _ -> false);

  private final String article;
  private final Map<Integer, List<PartStart>> byParagraph;
  private final Predicate<PrintedPage> isScanned;

  private BodyParts(String article, List<PartStart> starts, Predicate<PrintedPage> isScanned) {
    this.article = article;
    this.isScanned = isScanned;
    byParagraph = starts.stream().collect(Collectors.groupingBy(PartStart::paragraph));
  }

  /** The beginnings in the body of an article; those of pages with a scan lead to it. */
  static BodyParts of(String article, List<PartStart> starts, Scans scans) {
    boolean hasScans =
        starts.stream().anyMatch(start -> start.part() instanceof PrintedPage p && scans.has(p));
    return new BodyParts(article, starts, page -> hasScans && page.hasImage());
  }

  /** Those in one paragraph, in order. */
  List<PartStart> in(int paragraph) {
    return byParagraph.getOrDefault(paragraph, List.of());
  }

  /** The mark in the text. */
  String html(PartStart start) {
    int number = start.index() + 1;
    boolean isLinked = start.part() instanceof PrintedPage page && isScanned.test(page);
    return MarkedHtml.partStart(
        PartAddress.anchor(number),
        PartLabel.of(start.part()),
        isLinked ? ArticleAddress.scan(article, number) : "");
  }
}
