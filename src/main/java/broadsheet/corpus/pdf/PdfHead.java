package broadsheet.corpus.pdf;

import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.PageTitle;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads title, authors and day from the first paragraphs. Properties count only if they are printed
 * there: programs fill them with file names, logins and remains of templates. Immutable.
 *
 * @param title the paragraph that is its title
 * @param authors the authors, none if none is stated
 * @param date the day at the top; unknown if there is none
 */
record PdfHead(Optional<PdfParagraph> title, List<String> authors, PublicationDate date) {
  private static final int HEAD = 8;
  private static final int LONGEST_TITLE = 250;
  private static final int SHORTEST_TITLE = 4;

  /**
   * The beginning of a document.
   *
   * @param pages the paragraphs of its first pages, one of which may be the title
   * @param atTop those at the upper edge of the first page, in whichever column
   */
  record Beginning(List<PdfParagraph> pages, List<PdfParagraph> atTop) {}

  /** Reads the beginning of a document. */
  static PdfHead of(Beginning beginning, PdfFacts facts, DateReader dates) {
    List<PdfParagraph> pages = beginning.pages();
    List<PdfParagraph> top = pages.subList(0, Math.min(HEAD, pages.size()));
    List<String> lines = lines(top.stream());
    List<String> dated = lines(Stream.concat(top.stream(), beginning.atTop().stream()));
    return new PdfHead(
        stated(top, facts).or(() -> largest(pages)),
        authors(lines, facts),
        date(dated, facts, dates));
  }

  private static List<String> lines(Stream<PdfParagraph> paragraphs) {
    return paragraphs.map(paragraph -> CleanText.line(paragraph.text())).toList();
  }

  private static Optional<PdfParagraph> stated(List<PdfParagraph> top, PdfFacts facts) {
    String stated = PageTitle.folded(CleanText.line(facts.title()));
    return top.stream()
        .filter(p -> !stated.isEmpty() && PageTitle.folded(p.text()).equals(stated))
        .findFirst();
  }

  private static Optional<PdfParagraph> largest(List<PdfParagraph> first) {
    return first.stream()
        .filter(p -> p.isHeading() && isTitle(p.text()))
        .max(Comparator.comparingDouble(PdfParagraph::size));
  }

  private static boolean isTitle(String text) {
    return text.length() <= LONGEST_TITLE
        && text.length() >= SHORTEST_TITLE
        && text.codePoints().anyMatch(Character::isLetter);
  }

  private static List<String> authors(List<String> head, PdfFacts facts) {
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

  /** A printed day at the top, or the day of the properties if printed there. */
  private static PublicationDate date(List<String> head, PdfFacts facts, DateReader dates) {
    Optional<LocalDate> created = dates.read(facts.created()).date().first();
    for (String line : head) {
      PublicationDate printed = PrintedDay.in(line, dates).date();
      boolean isConfirmed = created.isPresent() && created.equals(printed.first());
      if (isConfirmed || PrintedDay.is(line, dates)) {
        return printed;
      }
    }
    return PublicationDate.unknown();
  }
}
