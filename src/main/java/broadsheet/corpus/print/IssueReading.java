package broadsheet.corpus.print;

import broadsheet.article.Article;
import broadsheet.article.ArticleBuilder;
import broadsheet.article.PrintedPage;
import broadsheet.corpus.ocr.OcrBlock;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.ocr.OcrPage;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the articles of an issue from the files of its pages. Holds few pages at a time. A page
 * that is missing or damaged is remarked on, and the rest is read, unless the files of the issue
 * unpack to too much. For one issue.
 */
final class IssueReading {
  private static final int PAGES_HELD = 6;

  /** The words that all articles may have together, since a page may belong to several. */
  private static final long FLOOR_OF_WORDS = 500_000;

  /**
   * The most words that the articles may have beyond that, as a multiple of the words on the pages.
   */
  private static final int MOST_SHARES = 20;

  private static final OcrPage NO_PAGE = new OcrPage(0, 0, "", List.of(), false);

  private final Issue issue;
  private final Records records;
  private final IssuePdf pdf;
  private final List<PrintedPage> printed = new ArrayList<>();
  private long words;
  private long wordsOnPages;
  private boolean isStopped;
  private final Set<List<String>> counted = new HashSet<>();
  private final Set<Integer> unread = new HashSet<>();
  private final Set<Integer> cutOff = new HashSet<>();

  /** By the files of their text, which several pages may share. */
  private final Map<List<String>, OcrPage> held =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, OcrPage> eldest) {
          return size() > PAGES_HELD;
        }
      };

  IssueReading(Issue issue, Records records, PageCounter counter) {
    this.issue = issue;
    this.records = records;
    pdf = new IssuePdf(records, counter);
  }

  void all() {
    for (int i = 0; i < issue.pages().size(); i++) {
      Issue.Page page = issue.pages().get(i);
      printed.add(new PrintedPage(i + 1, page.label(), 0, 0, image(page, i + 1)));
    }
    if (issue.divisions().isEmpty()) {
      Set<List<String>> done = new HashSet<>();
      for (int i = 0; i < issue.pages().size() && !isStopped; i++) {
        if (done.add(key(i))) {
          page(i);
        } else {
          records.skip(i + 1, "the text of another page");
        }
      }
    } else {
      long number = 0;
      for (Issue.Division division : issue.divisions()) {
        if (isStopped) {
          return;
        }
        division(++number, division);
      }
    }
  }

  /** The scan of a page or, if it cannot be shown, that page of a PDF of the issue. */
  private String image(Issue.Page page, int number) {
    String scan = scan(page);
    return IssuePdf.isNeeded(scan) ? pdf.page(number, issue.pages().size()).orElse(scan) : scan;
  }

  private String scan(Issue.Page page) {
    for (String address : page.images()) {
      Optional<Path> path = records.siblings().onDisk(address);
      if (path.isPresent()) {
        return PathName.of(path.get());
      }
    }
    return "";
  }

  /** An article that is a whole page. */
  private void page(int index) {
    OcrPage page = read(index);
    if (!page.blocks().isEmpty()) {
      records.take(index + 1, () -> pageArticle(index, page));
    } else if (!unread.contains(index)) {
      records.skip(index + 1, "a page without text");
    }
  }

  private Article pageArticle(int index, OcrPage page) {
    ScannedArticle text = ScannedArticle.ofPage(page, index);
    ArticleBuilder article = start(index + 1, "page" + (index + 1), "");
    text.fill(article, "", printed);
    return article.language(issue.language()).build();
  }

  private void division(long number, Issue.Division division) {
    records.take(number, () -> article(number, division));
  }

  private Article article(long number, Issue.Division division) throws NotAnArticle {
    ScannedArticle text = new ScannedArticle();
    for (Issue.Part part : division.parts()) {
      text.on(part.page());
      for (OcrBlock block : part.area().in(read(part.page()))) {
        words += words(block);
        if (words > Math.max(FLOOR_OF_WORDS, MOST_SHARES * wordsOnPages)) {
          throw NotAnArticle.failed("more text than its pages can have", "");
        }
        text.add(block, part.page(), part.isHeading());
      }
    }
    if (text.isEmpty() && division.title().isEmpty()) {
      throw NotAnArticle.skipped("without a title and text");
    }
    ArticleBuilder article = start(number, division.id(), division.url());
    text.fill(article, division.title(), printed);
    String language = division.language().isEmpty() ? issue.language() : division.language();
    return article
        .authors(division.authors())
        .section(division.section())
        .language(language)
        .build();
  }

  private ArticleBuilder start(long number, String id, String url) {
    boolean isStable = !issue.stableId().isEmpty() && !id.isEmpty();
    return records
        .article(number, isStable ? issue.stableId() + "-" + id : "", url)
        .source(issue.newspaper())
        .publishedAt(issue.date());
  }

  private OcrPage read(int index) {
    OcrPage page = held.computeIfAbsent(key(index), key -> opened(index));
    PrintedPage shown = printed.get(index);
    printed.set(
        index,
        new PrintedPage(shown.number(), shown.label(), page.width(), page.height(), shown.image()));
    return page;
  }

  private List<String> key(int index) {
    List<String> texts = issue.pages().get(index).texts();
    return texts.isEmpty() ? List.of(String.valueOf(index)) : texts;
  }

  private OcrPage opened(int index) {
    OcrPage page = unread.contains(index) ? NO_PAGE : opened(issue.pages().get(index), index);
    if (counted.add(key(index))) {
      wordsOnPages += page.blocks().stream().mapToLong(IssueReading::words).sum();
    }
    return page;
  }

  private static long words(OcrBlock block) {
    return block.lines().stream().mapToLong(List::size).sum();
  }

  /** The first of a page's files that has text. */
  private OcrPage opened(Issue.Page page, int index) {
    OcrPage best = NO_PAGE;
    boolean isFound = false;
    for (String address : page.texts()) {
      if (!best.blocks().isEmpty()) {
        break;
      }
      try {
        Optional<byte[]> bytes = records.siblings().read(address);
        isFound |= bytes.isPresent();
        List<OcrPage> pages = bytes.map(OcrFormat::pagesOfIssue).orElse(List.of());
        best = pages.isEmpty() ? best : pages.getFirst();
      } catch (LimitExceeded e) {
        isFound = true;
        isStopped = true;
      } catch (IOException e) {
        isFound = true;
        fail(index, Damage.reason(e), address);
      }
    }
    if (!isFound) {
      fail(
          index,
          page.texts().isEmpty() ? "a page without a text file" : "a page is missing",
          String.join(", ", page.texts()));
    }
    if (best.isCutOff() && cutOff.add(index)) {
      records.remark(0, "a page ends too early: cut off or damaged", page.label());
    }
    return best;
  }

  private void fail(int index, String reason, String address) {
    if (unread.add(index)) {
      records.remark(0, reason, address);
    }
  }
}
