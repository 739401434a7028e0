package broadsheet.corpus.pdf;

import broadsheet.article.Article;
import broadsheet.article.PageImage;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateInPlace;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.record.NewspaperFolder;
import broadsheet.corpus.record.PageNumber;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.PageTitle;
import broadsheet.corpus.text.Paragraphs;
import broadsheet.path.PathName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Makes the pages of a PDF into one article if it is a single story, otherwise into an article a
 * page. A paper has large pages, three columns or many pages; one of the first two kinds with a
 * date in its path is an issue of a newspaper. Receives the pages in order. Not thread-safe.
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
  private final PublicationDate dateOfPath;
  private boolean isPaper;

  /** Whether an article of a page was taken. */
  private boolean isBegun;

  /** The newspaper, if it is an issue of one. */
  private String newspaper = "";

  PdfArticles(PdfFacts facts, Records records, DateReader dates) {
    this.facts = facts;
    this.records = records;
    this.dates = dates;
    this.isPaper = facts.pages() > MOST_PAGES;
    dateOfPath = new DateInPlace(dates).ofPath(records.file().location());
  }

  void add(PdfPage page) {
    boolean isSetLikeOne =
        page.sheet().width() * page.sheet().height() > LARGE || page.columns() >= COLUMNS_OF_PAPER;
    isPaper |= facts.pages() > 1 && isSetLikeOne;
    boolean isIssue = (isPaper || facts.pages() == 1) && dateOfPath.isKnown();
    if (isIssue && isSetLikeOne && !isBegun) {
      newspaper = NewspaperFolder.of(records.file().location());
    }
    story.add(page);
    if (isPaper) {
      isBegun = true;
      story.forEach(this::takePage);
      story.clear();
    }
  }

  /** Takes the article of a single story. */
  void end() {
    List<PdfParagraph> paragraphs = new ArrayList<>();
    for (int i = 0; i < story.size(); i++) {
      int page = i;
      List<PdfParagraph> its = story.get(i).paragraphs();
      append(its.stream().map(paragraph -> paragraph.on(page)).toList(), paragraphs);
    }
    if (!paragraphs.isEmpty()) {
      take(0, paragraphs, story.stream().map(this::printed).toList());
    }
    story.clear();
  }

  private void takePage(PdfPage page) {
    if (!page.paragraphs().isEmpty()) {
      take(page.number(), page.paragraphs(), List.of(printed(page)));
    }
  }

  /** A paragraph may continue on the next page. */
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
      PlacedText whole = PlacedText.of(last).and(PlacedText.of(first), head + joint + first.text());
      to.add(new PdfParagraph(whole.text(), last.size(), last.top(), false, whole.places()));
    }
    to.addAll(page.subList(isContinued ? 1 : 0, page.size()));
  }

  /** The page of an issue that is a file of its own has its number in the file's name. */
  private PrintedPage printed(PdfPage page) {
    boolean isAlone = facts.pages() == 1 && !newspaper.isEmpty();
    int number = isAlone ? PageNumber.of(records.file().name()) : page.number();
    return new PrintedPage(
        number,
        String.valueOf(number),
        (int) Math.round(page.sheet().shownWidth()),
        (int) Math.round(page.sheet().shownHeight()),
        image(page.number()));
  }

  /** The page itself, if the file is on disk and not packed. */
  private String image(int number) {
    return records
        .siblings()
        .onDisk(records.file().name())
        .map(path -> PageImage.of(PathName.of(path)))
        .filter(image -> image.page() != PageImage.WHOLE)
        .map(image -> image.orPage(number).toString())
        .orElse("");
  }

  private void take(long number, List<PdfParagraph> paragraphs, List<PrintedPage> pages) {
    records.take(
        number,
        () -> {
          List<PdfParagraph> rest = new ArrayList<>(paragraphs);
          List<String> head = rest.stream().limit(HEAD).map(p -> CleanText.line(p.text())).toList();
          PlacedParagraphs placed = new PlacedParagraphs();
          String title = title(rest).map(placed::add).orElse("");
          placed.addAll(rest);
          Article article =
              records
                  .article(number, "", "")
                  .title(title)
                  .authors(authors(head))
                  .source(newspaper)
                  .publishedAt(newspaper.isEmpty() ? date(head) : dateOfPath)
                  .section(CleanText.line(records.file().section()))
                  .paragraphs(placed.texts())
                  .positions(Positions.onPages(pages, placed.places(), Positions.UNKNOWN_QUALITY))
                  .build();
          return article;
        });
  }

  /** Takes out the largest heading, or the title of the properties if it is printed at the top. */
  private Optional<PdfParagraph> title(List<PdfParagraph> rest) {
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
    return title;
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
    return dateOfPath;
  }
}
