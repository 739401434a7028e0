package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.WholeFormat;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Text and pages that one press database exports: a document is an article. */
public final class PressExport extends WholeFormat {
  private static final Pattern PAGE = Pattern.compile("(?i)[\\s\ufeff]*<(?!DOC\\b)[!?a-z]");

  private final PressDatabase database;

  private PressExport(String name, PressDatabase database, DateReader dates) {
    super(name, dates);
    this.database = database;
  }

  /** One format for each database. */
  public static List<PressExport> all(DateReader dates) {
    return List.of(
        new PressExport("nexis", new Nexis(), dates),
        new PressExport("factiva", new Factiva(), dates),
        new PressExport("proquest", new ProQuest(), dates),
        new PressExport("europresse", new Europresse(), dates),
        new PressExport("integrum", new Integrum(), dates),
        new PressExport("kikuzo", new Kikuzo(), dates),
        new PressExport("yomidas", new Yomidas(), dates),
        new PressExport("gallica", new Gallica(), dates));
  }

  /** The database whose export an office file is; empty if it is none. */
  public static Optional<PressExport> of(PressText text, DateReader dates) {
    String head = head(text);
    return all(dates).stream().filter(export -> export.database.isExport(head)).findFirst();
  }

  private static String head(PressText text) {
    StringBuilder head = new StringBuilder();
    for (String block : text.blocks()) {
      if (head.length() > Peek.LENGTH) {
        break;
      }
      head.append(block).append("\n\n");
    }
    return head.toString();
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(database.isExport(peek.head()));
  }

  @Override
  protected void read(byte[] bytes, Records records) {
    String text = text(bytes, records);
    take(
        PAGE.matcher(text).lookingAt()
            ? database.documents(Jsoup.parse(text), dates)
            : database.documents(PressText.ofPlain(text), dates),
        records);
  }

  /** Reads the paragraphs of an office file. */
  public void read(PressText text, Records records) {
    take(database.documents(text, dates), records);
  }

  private void take(List<PressDocument> documents, Records records) {
    for (int i = 0; i < documents.size(); i++) {
      PressDocument document = documents.get(i);
      long number = documents.size() == 1 ? 0 : i + 1L;
      records.take(number, () -> document.article(records, number, dates));
    }
  }
}
