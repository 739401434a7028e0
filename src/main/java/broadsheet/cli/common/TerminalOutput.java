package broadsheet.cli.common;

import broadsheet.ledger.Printable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * Standard output or error, on which no text from a file can control the terminal; see {@link
 * Printable}. Strings in JSON stay the same values.
 */
public final class TerminalOutput extends PrintWriter {
  private final PrintWriter data;

  public TerminalOutput(PrintWriter data) {
    super(new Escaping(data), true);
    this.data = data;
  }

  /** The output below, for data that must stay as it is, such as CSV, and for colours. */
  public static PrintWriter data(PrintWriter out) {
    out.flush();
    return out instanceof TerminalOutput terminal ? terminal.data : out;
  }

  private static final class Escaping extends FilterWriter {
    Escaping(Writer out) {
      super(out);
    }

    @Override
    public void write(int c) throws IOException {
      out.write(Printable.text(String.valueOf((char) c)));
    }

    @Override
    public void write(char[] characters, int offset, int length) throws IOException {
      out.write(Printable.text(new String(characters, offset, length)));
    }

    @Override
    public void write(String text, int offset, int length) throws IOException {
      out.write(Printable.text(text.substring(offset, offset + length)));
    }
  }
}
