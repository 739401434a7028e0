package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.StatedEncoding;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Text and pages that one press database exports: a document is an article. */
public final class PressExport implements Format {
  private static final Pattern PAGE = Pattern.compile("(?i)[\\s\ufeff]*<(?!DOC\\b)[!?a-z]");

  private static final List<PressDatabase> DATABASES =
      List.of(
          new Nexis(),
          new Factiva(),
          new ProQuest(),
          new Europresse(),
          new Integrum(),
          new Kikuzo(),
          new Yomidas(),
          new Gallica());

  private final PressDatabase database;
  private final DateReader dates;

  private PressExport(PressDatabase database, DateReader dates) {
    this.database = database;
    this.dates = dates;
  }

  /** One format for each database. */
  public static List<Format> all(DateReader dates) {
    return DATABASES.stream().map(d -> (Format) new PressExport(d, dates)).toList();
  }

  /** The database whose export an office file is; empty if it is none. */
  public static Optional<PressExport> of(PressText text, DateReader dates) {
    String head = head(text);
    return DATABASES.stream()
        .filter(database -> database.isExport(head))
        .map(database -> new PressExport(database, dates))
        .findFirst();
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
  public String name() {
    return database.name();
  }

  @Override
  public Recognition recognise(Peek peek) {
    return database.isExport(peek.head()) ? Recognition.MINE : Recognition.NOT_MINE;
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    Optional<byte[]> bytes = Layer.whole(in, records);
    if (bytes.isPresent()) {
      String text = StatedEncoding.text(bytes.get(), records.file().charset());
      take(
          PAGE.matcher(text).lookingAt()
              ? database.documents(Jsoup.parse(text), dates)
              : database.documents(PressText.ofPlain(text), dates),
          records);
    }
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
