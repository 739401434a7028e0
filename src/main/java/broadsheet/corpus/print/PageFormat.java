package broadsheet.corpus.print;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PrintedPage;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.xml.XmlRoot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A format of recognized pages. A file that no issue lists gives an article a page; the newspaper
 * and the date come from its path, if that states them. Stateless.
 */
abstract class PageFormat implements Format {
  private final String name;
  private final DateReader dates;

  PageFormat(String name, DateReader dates) {
    this.name = name;
    this.dates = dates;
  }

  /** Whether a file with this first tag and beginning is in the format. */
  abstract boolean isRoot(XmlRoot root, String head);

  abstract List<OcrPage> pages(String text);

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final boolean mayBePart() {
    return true;
  }

  @Override
  public final Recognition recognise(Peek peek) {
    XmlRoot root = XmlRoot.of(peek.head());
    boolean isMine = !root.name().isEmpty() && isRoot(root, peek.head());
    return isMine ? Recognition.MINE : Recognition.NOT_MINE;
  }

  @Override
  public final void read(InputStream in, Records records) throws IOException {
    Optional<byte[]> bytes = Layer.whole(in, records);
    if (bytes.isEmpty()) {
      return;
    }
    List<OcrPage> pages = pages(StatedEncoding.text(bytes.get(), ""));
    IssueFacts facts = new IssueFacts(records, dates);
    int number = 0;
    for (OcrPage page : pages) {
      number++;
      int its = pages.size() == 1 ? 0 : number;
      if (page.isCutOff()) {
        records.remark(its, Damage.CUT_OFF, "");
      }
      if (page.blocks().isEmpty()) {
        records.skip(its, "a page without text");
      } else {
        records.take(its, () -> article(page, its, facts, records));
      }
    }
  }

  private static Article article(OcrPage page, int number, IssueFacts facts, Records records) {
    ArticleBuilder article = records.article(number, "", "");
    article.publishedAt(facts.date(List.of()));
    if (!facts.date(List.of()).equals(broadsheet.article.PublicationDate.unknown())) {
      article.source(facts.newspaper(""));
    }
    int order = Math.max(1, number);
    PrintedPage printed =
        new PrintedPage(
            order, Integer.toString(order), page.width(), page.height(), image(page, records));
    ScannedArticle.ofPage(page, 0).fill(article, "", List.of(printed));
    return article.build();
  }

  /** The scan that the page names, or that is named like its file. */
  private static String image(OcrPage page, Records records) {
    String stated = page.image().replace('\\', '/');
    String bare = stated.substring(stated.lastIndexOf('/') + 1);
    List<String> stating = bare.isEmpty() ? List.of() : List.of(bare);
    return PageImages.candidates(stating, List.of(records.file().name())).stream()
        .flatMap(address -> records.siblings().onDisk(address).stream())
        .map(Path::toString)
        .findFirst()
        .orElse("");
  }
}
