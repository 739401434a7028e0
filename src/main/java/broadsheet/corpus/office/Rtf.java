package broadsheet.corpus.office;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;

/** RTF: a file is an article, or the export of a press database. */
public final class Rtf implements Format {
  private static final String START = "{\\rtf";

  private final DateReader dates;

  public Rtf(DateReader dates) {
    this.dates = dates;
  }

  @Override
  public String name() {
    return "rtf";
  }

  @Override
  public Recognition recognise(Peek peek) {
    return peek.start().startsWith(START) ? Recognition.MINE : Recognition.NOT_MINE;
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    RtfReader reader = new RtfReader(in);
    OfficeText text = reader.read();
    if (reader.isTooLong()) {
      records.fail(0, Records.TOO_LONG, "");
    } else {
      OfficeArticle.take(text, records, dates);
    }
  }
}
