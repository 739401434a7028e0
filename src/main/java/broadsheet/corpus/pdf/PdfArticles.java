package broadsheet.corpus.pdf;

import broadsheet.article.Article;
import broadsheet.article.Print;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.date.DateInPlace;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.PageTitle;
import broadsheet.corpus.text.Paragraphs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes the pages of a PDF into one article if it is a single story, otherwise into an article a
 * page. A paper has large pages, three columns or many pages. Receives the pages in order. Not
 * thread-safe.
 */
final class PdfArticles {
  /** A story has at most this many pages. */
  private static final int MOST_PAGES = 12;

  /** A page larger than A4 and Letter by a fifth is a paper's, in square points. */
  private static final double LARGE = 1.2 * 612 * 842;

  private static final int COLUMNS_OF_PAPER = 3;
  private static final int HEAD = 8;
  private static final int LONGEST_TITLE = 250;

  private final PdfFacts facts;
  private final Records records;
  private final DateReader dates;
  private final List<PdfPage> story = new ArrayList<>();
  private boolean isPaper;

  PdfArticles(PdfFacts facts, Records records, DateReader dates) {
    this.facts = facts;
    this.records = records;
    this.dates = dates;
    this.isPaper = facts.pages() > MOST_PAGES;
  }

  void add(PdfPage page) {
    isPaper |=
        facts.pages() > 1
            && (page.width() * page.height() > LARGE || page.columns() >= COLUMNS_OF_PAPER);
    story.add(page);
    if (isPaper) {
      story.forEach(this::takePage);
      story.clear();
    }
  }

  /** Takes the article of a single story. */
  void end() {
    List<PdfParagraph> paragraphs = new ArrayList<>();
    story.forEach(page -> append(page.paragraphs(), paragraphs));
    if (!paragraphs.isEmpty()) {
      take(0, paragraphs, story.stream().map(PdfArticles::printed).toList());
    }
    story.clear();
  }

  private void takePage(PdfPage page) {
    if (!page.paragraphs().isEmpty()) {
      take(page.number(), page.paragraphs(), List.of(printed(page)));
    }
  }

  /** A paragraph may go on over the page. */
  private static void append(List<PdfParagraph> page, List<PdfParagraph> to) {
    if (to.isEmpty() || page.isEmpty()) {
      to.addAll(page);
      return;
    }
    PdfParagraph last = to.getLast();
    PdfParagraph first = page.getFirst();
    boolean isContinued =
        !last.isHeading()
            && !first.isHeading()
            && Character.isLowerCase(first.text().codePointAt(0))
            && !Paragraphs.endsSentence(last.text());
    if (isContinued) {
      to.removeLast();
      String joint = PageText.isHyphenated(last.text()) ? "" : " ";
      String head =
          joint.isEmpty() ? last.text().substring(0, last.text().length() - 1) : last.text();
      to.add(new PdfParagraph(head + joint + first.text(), last.size(), last.top(), false));
    }
    to.addAll(page.subList(isContinued ? 1 : 0, page.size()));
  }

  private static PrintedPage printed(PdfPage page) {
    return new PrintedPage(
        page.number(),
        String.valueOf(page.number()),
        (int) Math.round(page.width()),
        (int) Math.round(page.height()),
        "");
  }

  private void take(long number, List<PdfParagraph> paragraphs, List<PrintedPage> pages) {
    records.take(
        number,
        () -> {
          List<PdfParagraph> rest = new ArrayList<>(paragraphs);
          List<String> head = rest.stream().limit(HEAD).map(p -> CleanText.line(p.text())).toList();
          String title = title(rest);
          Article article =
              records
                  .article(number, "", "")
                  .title(title)
                  .authors(authors(head))
                  .publishedAt(date(head))
                  .section(CleanText.line(records.file().section()))
                  .paragraphs(CleanText.lines(rest.stream().map(PdfParagraph::text).toList()))
                  .print(new Print(pages, WordPlaces.NONE, Print.UNKNOWN_QUALITY))
                  .build();
          return article;
        });
  }

  /** The largest heading, or the title of the properties if it is printed at the top. */
  private String title(List<PdfParagraph> rest) {
    String stated = PageTitle.folded(CleanText.line(facts.title()));
    Optional<PdfParagraph> confirmed =
        rest.stream()
            .limit(HEAD)
            .filter(p -> !stated.isEmpty() && PageTitle.folded(p.text()).equals(stated))
            .findFirst();
    Optional<PdfParagraph> largest =
        rest.stream()
            .filter(p -> p.isHeading() && isTitle(p.text()))
            .max(Comparator.comparingDouble(PdfParagraph::size));
    Optional<PdfParagraph> title = confirmed.or(() -> largest);
    title.ifPresent(rest::remove);
    return title.map(p -> CleanText.line(p.text())).orElse("");
  }

  private static boolean isTitle(String text) {
    return text.length() <= LONGEST_TITLE
        && text.length() > 3
        && text.codePoints().anyMatch(Character::isLetter);
  }

  private List<String> authors(List<String> head) {
    for (String line : head) {
      List<String> byline = Byline.inText(List.of(line));
      if (!byline.isEmpty()) {
        return byline;
      }
    }
    String stated = CleanText.line(facts.author());
    boolean isPrinted =
        stated.indexOf(' ') > 0 && head.stream().anyMatch(line -> line.contains(stated));
    return isPrinted ? Names.people(stated) : List.of();
  }

  /** A printed day at the top, the day of the properties if printed there, or that of its name. */
  private PublicationDate date(List<String> head) {
    Optional<LocalDate> created = dates.read(facts.created()).date().first();
    for (String line : head) {
      PublicationDate printed = PrintedDay.in(line, dates).date();
      boolean isConfirmed = created.isPresent() && created.equals(printed.first());
      if (isConfirmed || PrintedDay.is(line, dates)) {
        return printed;
      }
    }
    return new DateInPlace(dates).ofPath(records.file().location());
  }
}
