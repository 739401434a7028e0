package broadsheet.corpus.pdf;

import broadsheet.article.PageImage;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import broadsheet.corpus.date.DateInPlace;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.pdf.PdfHead.Beginning;
import broadsheet.corpus.record.NewspaperFolder;
import broadsheet.corpus.record.PageNumber;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Paragraphs;
import broadsheet.path.PathName;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the pages of a PDF into one article. A PDF that is set like a paper, with large pages or
 * three columns, and has a date in its path is an issue of a newspaper. Receives the pages in
 * order. Not thread-safe.
 */
final class PdfArticle {
  /** The most text that is kept of a file, in characters; a page counts as {@link #PAGE} more. */
  static final int MOST = 16 << 20;

  private static final int PAGE = 256;
  static final String TOO_LONG = "longer than 16 MB of text; the pages up to there are searched";

  /** A title, and the look of a paper, must be on one of so many pages. */
  private static final int FIRST_PAGES = 3;

  /** A page larger than A4 and Letter by a fifth is a paper's, in square points. */
  private static final double LARGE = 1.2 * 612 * 842;

  private static final int COLUMNS_OF_PAPER = 3;

  /** The upper edge of a page, where a day may be printed, as a share of its height. */
  private static final double TOP = 0.15;

  private final PdfFacts facts;
  private final Records records;
  private final DateReader dates;
  private final PublicationDate dateOfPath;
  private final PageFlow flow = new PageFlow();
  private final List<PrintedPage> pages = new ArrayList<>();
  private final PageNotes notes = new PageNotes();
  private long length;
  private int inFirstPages;
  private List<PdfParagraph> atTop = List.of();

  /** The newspaper, if it is an issue of one. */
  private String newspaper = "";

  PdfArticle(PdfFacts facts, Records records, DateReader dates) {
    this.facts = facts;
    this.records = records;
    this.dates = dates;
    dateOfPath = new DateInPlace(dates).ofPath(records.file().location());
  }

  void add(PdfPage page) {
    length += PAGE + page.paragraphs().stream().mapToLong(p -> p.text().length()).sum();
    if (length > MOST) {
      return;
    }
    notes.add(page);
    boolean isFirst = pages.size() < FIRST_PAGES;
    if (isFirst && isSetLikePaper(page) && dateOfPath.isKnown()) {
      newspaper = NewspaperFolder.of(records.file().location());
    }
    if (pages.isEmpty()) {
      atTop =
          page.paragraphs().stream().filter(p -> p.top() < TOP * page.sheet().height()).toList();
    }
    flow.add(page.paragraphs(), pages.size());
    pages.add(printed(page));
    inFirstPages = isFirst ? flow.paragraphs().size() : inFirstPages;
  }

  private static boolean isSetLikePaper(PdfPage page) {
    return page.sheet().width() * page.sheet().height() > LARGE
        || page.columns() >= COLUMNS_OF_PAPER;
  }

  /**
   * Takes the article, if there is any text.
   *
   * @param recognizer the name of what recognized its pages
   */
  void end(String recognizer) {
    if (flow.paragraphs().isEmpty()) {
      return;
    }
    if (length > MOST) {
      records.remark(0, TOO_LONG, pages.size() + " of " + facts.pages() + " pages");
    }
    notes.enter(records, recognizer);
    records.take(
        0,
        () -> {
          PdfHead head =
              PdfHead.of(
                  new Beginning(flow.paragraphs().subList(0, inFirstPages), atTop), facts, dates);
          PlacedParagraphs placed = new PlacedParagraphs();
          String title = head.title().map(placed::add).orElse("");
          flow.paragraphs().stream()
              .filter(paragraph -> head.title().filter(paragraph::equals).isEmpty())
              .forEach(placed::addText);
          return records
              .article(0, "", "")
              .title(title)
              .authors(head.authors())
              .source(newspaper)
              .publishedAt(newspaper.isEmpty() ? head.date() : dateOfPath)
              .section(CleanText.line(records.file().section()))
              .paragraphs(placed.texts())
              .positions(Positions.onPages(pages, placed.places(), notes.quality()))
              .build();
        });
  }

  private PrintedPage printed(PdfPage page) {
    int number = numberInIssue(page);
    boolean isLabelled = number == page.number() && page.number() <= facts.labels().size();
    return new PrintedPage(
        number,
        isLabelled ? facts.labels().get(number - 1) : String.valueOf(number),
        (int) Math.round(page.sheet().shownWidth()),
        (int) Math.round(page.sheet().shownHeight()),
        image(page.number()));
  }

  /** The page of an issue that is a file of its own has its number in the file's name. */
  private int numberInIssue(PdfPage page) {
    boolean isAlone = facts.pages() == 1 && !newspaper.isEmpty();
    return isAlone ? PageNumber.of(records.file().name()) : page.number();
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

  /** Joins the text of pages: a paragraph may continue on the next page. Not thread-safe. */
  private static final class PageFlow {
    private final List<PdfParagraph> paragraphs = new ArrayList<>();

    /**
     * Adds a page.
     *
     * @param index the index of the page among the parts of the article
     */
    void add(List<PdfParagraph> page, int index) {
      boolean isFirst = true;
      for (PdfParagraph paragraph : page) {
        PdfParagraph placed = paragraph.on(index);
        boolean isContinuation =
            isFirst && !paragraphs.isEmpty() && isContinued(paragraphs.getLast(), placed);
        paragraphs.add(isContinuation ? joined(paragraphs.removeLast(), placed) : placed);
        isFirst = false;
      }
    }

    private static boolean isContinued(PdfParagraph last, PdfParagraph first) {
      return !last.isHeading()
          && !first.isHeading()
          && Character.isLowerCase(first.text().codePointAt(0))
          && !Paragraphs.endsSentence(last.text());
    }

    private static PdfParagraph joined(PdfParagraph last, PdfParagraph first) {
      boolean isBroken = PageText.isHyphenated(last.text());
      String head =
          isBroken ? last.text().substring(0, last.text().length() - 1) : last.text() + " ";
      PlacedText whole = PlacedText.of(last).and(PlacedText.of(first), head + first.text());
      return new PdfParagraph(
          whole.text(), last.size(), last.top(), false, WordPlaces.of(whole.places()));
    }

    /** The paragraphs of all pages so far. */
    List<PdfParagraph> paragraphs() {
      return paragraphs;
    }
  }

  /** Cleans the texts of an article and numbers the places of their words. Not thread-safe. */
  private static final class PlacedParagraphs {
    private final List<String> texts = new ArrayList<>();
    private final WordPlaces.Builder places = new WordPlaces.Builder();
    private int words;

    /**
     * Adds the headline or a paragraph, in the order of the article, and returns its clean text.
     */
    String add(PdfParagraph paragraph) {
      String text = CleanText.line(paragraph.text());
      int count = PlacedText.count(text);
      boolean isSame = count == PlacedText.count(paragraph.text());
      for (WordPlace place : isSame ? paragraph.places() : WordPlaces.NONE) {
        places.add(new WordPlace(words + place.word(), place.part(), place.place()));
      }
      words += count;
      return text;
    }

    /** Adds a paragraph of the body. */
    void addText(PdfParagraph paragraph) {
      String text = add(paragraph);
      if (!text.isEmpty()) {
        texts.add(text);
      }
    }

    /** The texts of {@link #addText}. */
    List<String> texts() {
      return texts;
    }

    WordPlaces places() {
      return places.build();
    }
  }
}
