package broadsheet.corpus.encoding;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.pack.Layer;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A format whose files are read as a whole, rather than record by record. A file that is too long
 * for this is entered as failed. Stateless between files.
 */
public abstract class WholeFormat extends Format {

  protected WholeFormat(String name, DateReader dates) {
    super(name, dates);
  }

  protected WholeFormat(String name, DateReader dates, String revision) {
    super(name, dates, revision);
  }

  @Override
  public final void read(InputStream in, Records records) throws IOException {
    Optional<byte[]> file = Layer.whole(in, records);
    if (file.isPresent()) {
      read(file.get(), records);
    }
  }

  /** Reads the bytes of a file; see {@link #read(InputStream, Records)}. */
  protected abstract void read(byte[] file, Records records) throws IOException;

  /** The text of a file, in the encoding that it states itself, or its server. */
  protected static String text(byte[] file, Records records) {
    return StatedEncoding.text(file, records.file().charset());
  }
}
