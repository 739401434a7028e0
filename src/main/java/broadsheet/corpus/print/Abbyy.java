package broadsheet.corpus.print;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.ocr.OcrFormat;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.record.Siblings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * ABBYY FineReader's XML: an article a page. The ticket that some libraries keep beside the pages
 * of an issue states their newspaper and date. Stateless.
 */
public final class Abbyy extends Format {
  private final PageFormat pages;
  private final IssueFormat tickets;

  /**
   * @param counter counts the pages of a PDF beside an issue
   */
  public Abbyy(DateReader dates, PageCounter counter) {
    super("abbyy", dates);
    pages = new PageFormat(OcrFormat.ABBYY, dates);
    tickets = IssueFormat.abbyyTickets(dates, counter);
  }

  @Override
  public boolean mayHaveParts() {
    return true;
  }

  @Override
  public boolean mayBePart(String name) {
    return true;
  }

  @Override
  public Recognition recognise(Peek peek) {
    return isTicket(peek) ? Recognition.MINE : pages.recognise(peek);
  }

  private boolean isTicket(Peek peek) {
    return tickets.recognise(peek) instanceof Recognition.Mine;
  }

  @Override
  public Siblings.Parts parts(String name, byte[] file) {
    return tickets.parts(name, file);
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    in.mark(Peek.LENGTH);
    String head = new String(in.readNBytes(Peek.LENGTH), StandardCharsets.ISO_8859_1);
    in.reset();
    Peek peek = new Peek(records.file(), Decoding.withoutMark(head), false);
    if (isTicket(peek)) {
      tickets.read(in, records);
    } else {
      pages.read(in, records);
    }
  }
}
