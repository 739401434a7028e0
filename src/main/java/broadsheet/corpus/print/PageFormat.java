package broadsheet.corpus.print;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PageImage;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.PageNumber;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.path.PathName;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Scanned pages without the description of an issue. A file that no issue lists gives an article a
 * page; the newspaper and the date come from its path, if that states them. Stateless.
 */
public final class PageFormat extends WholeFormat {
  private final OcrFormat ocr;

  public PageFormat(OcrFormat ocr, DateReader dates) {
    super(ocr.formatName(), dates);
    this.ocr = ocr;
  }

  @Override
  public boolean mayBePart(String name) {
    return true;
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(ocr.isFormatOf(peek.head()));
  }

  @Override
  protected void read(byte[] bytes, Records records) throws IOException {
    List<OcrPage> pages = ocr.pages(bytes);
    IssueFacts facts = new IssueFacts(records, dates);
    if (ocr.isOneText()) {
      document(pages, facts, records);
      return;
    }
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

  /** Takes a page that is all of its file. */
  static void take(OcrPage page, IssueFacts facts, Records records) {
    records.take(0, () -> article(page, 0, facts, records));
  }

  /** Takes all pages as one article. */
  private static void document(List<OcrPage> pages, IssueFacts facts, Records records) {
    List<PrintedPage> printed = new ArrayList<>();
    for (OcrPage page : pages) {
      printed.add(printed(page, printed.size() + 1, printed.size() + 1, records));
    }
    document(pages, printed, facts, records);
  }

  /** Takes pages that are shown like this as one article. */
  static void document(
      List<OcrPage> pages, List<PrintedPage> printed, IssueFacts facts, Records records) {
    if (pages.stream().anyMatch(OcrPage::isCutOff)) {
      records.remark(0, Damage.CUT_OFF, "");
    }
    if (pages.stream().allMatch(page -> page.blocks().isEmpty())) {
      records.skip(0, "pages without text");
      return;
    }
    records.take(
        0,
        () -> {
          ArticleBuilder article = started(0, facts, records);
          ScannedArticle.ofPages(pages).fill(article, "", printed);
          return article.build();
        });
  }

  private static Article article(OcrPage page, int number, IssueFacts facts, Records records) {
    ArticleBuilder article = started(number, facts, records);
    int order = number > 0 ? number : PageNumber.of(facts.place());
    PrintedPage printed = printed(page, order, Math.max(1, number), records);
    ScannedArticle.ofPage(page, 0).fill(article, "", List.of(printed));
    return article.build();
  }

  private static ArticleBuilder started(int number, IssueFacts facts, Records records) {
    ArticleBuilder article = records.article(number, "", "");
    PublicationDate date = facts.date(List.of());
    article.publishedAt(date);
    if (date.isKnown()) {
      article.source(facts.newspaper(""));
    }
    return article;
  }

  private static PrintedPage printed(OcrPage page, int order, int inFile, Records records) {
    return new PrintedPage(
        order, Integer.toString(order), page.width(), page.height(), image(page, inFile, records));
  }

  /** The scan that the page names, or that is named like its file; of a PDF, the page's number. */
  private static String image(OcrPage page, int number, Records records) {
    String stated = page.image().replace('\\', '/');
    String bare = stated.substring(stated.lastIndexOf('/') + 1);
    List<String> stating = bare.isEmpty() ? List.of() : List.of(bare);
    return PageImages.candidates(stating, List.of(records.file().name())).stream()
        .flatMap(address -> records.siblings().onDisk(address).stream())
        .map(PathName::of)
        .findFirst()
        .map(path -> PageImage.of(path).orPage(number).toString())
        .orElse("");
  }
}
