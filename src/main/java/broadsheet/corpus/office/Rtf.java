package broadsheet.corpus.office;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;

/** RTF: a file is an article, or the export of a press database. */
public final class Rtf extends Format {
  private static final String START = "{\\rtf";

  public Rtf(DateReader dates) {
    super("rtf", dates, SECOND_REVISION);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(peek.start().startsWith(START));
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
