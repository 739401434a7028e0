package broadsheet.corpus;

import broadsheet.article.Article;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** Opens a file, unpacks it, finds its format and has it read. */
final class FileReading {
  private static final int BUFFER = 128 * 1024;

  private final Formats formats;
  private final Consumer<Article> sink;
  private final Ledger ledger;

  FileReading(Formats formats, Consumer<Article> sink, Ledger ledger) {
    this.formats = formats;
    this.sink = sink;
    this.ledger = ledger;
  }

  /** Reads one file. Whatever is wrong with it is entered in the ledger. */
  void read(SourceFile file) {
    String place = file.path().toString();
    ledger.opened(place);
    try (CountedInput input = new CountedInput(file, ledger)) {
      readStream(file, unpacked(input));
    } catch (IOException e) {
      ledger.failed(place, reason(e), detail(e));
    } catch (Records.SinkFailure e) {
      throw e.thrown();
    }
    ledger.closed();
  }

  private void readStream(SourceFile file, InputStream unpacked) throws IOException {
    InputStream in = Decoding.withoutUtf16(unpacked);
    Peek peek = peek(file, in);
    Formats.Choice choice = formats.choose(peek);
    Records records = new Records(file, sink, ledger, formats.completion());
    if (choice.format().isEmpty()) {
      records.skip(0, choice.reason());
      return;
    }
    choice.format().get().read(in, records);
    if (records.isEmpty()) {
      records.skip(0, peek.head().isEmpty() ? "empty file" : "no article in it");
    }
  }

  private static Peek peek(SourceFile file, InputStream in) throws IOException {
    in.mark(Peek.LENGTH);
    byte[] head = in.readNBytes(Peek.LENGTH);
    in.reset();
    String text = new String(head, StandardCharsets.ISO_8859_1);
    return new Peek(file, Decoding.withoutMark(text), head.length < Peek.LENGTH);
  }

  /** The content, if the stream is compressed; else the stream itself. Can be marked either way. */
  private static InputStream unpacked(InputStream file) throws IOException {
    InputStream in = new BufferedInputStream(file, BUFFER);
    in.mark(2);
    byte[] magic = in.readNBytes(2);
    in.reset();
    boolean isGzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
    return isGzip ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
  }

  /** What went wrong, as one of few sentences. */
  static String reason(IOException e) {
    return switch (e) {
      case NoSuchFileException x -> "gone before it could be read";
      case FileNotFoundException x -> "gone before it could be read";
      case AccessDeniedException x -> "no permission to read it";
      case FileSystemLoopException x -> "a link that leads back to itself";
      case EOFException x -> "ends too early: cut off or damaged";
      case ZipException x -> "damaged compressed data";
      default -> "could not be read";
    };
  }

  static String detail(IOException e) {
    return switch (e) {
      case NoSuchFileException x -> "";
      case AccessDeniedException x -> "";
      default -> Objects.toString(e.getMessage(), e.getClass().getSimpleName());
    };
  }

  /** A file that tells the ledger how far it has been read. */
  private static final class CountedInput extends InputStream {
    private final InputStream in;
    private final Ledger ledger;
    private long uncounted;

    CountedInput(SourceFile file, Ledger ledger) throws IOException {
      this.ledger = ledger;
      this.uncounted = file.size();
      this.in = opened(file);
    }

    private InputStream opened(SourceFile file) throws IOException {
      try {
        return Files.newInputStream(file.path());
      } catch (IOException e) {
        ledger.read(uncounted);
        throw e;
      }
    }

    @Override
    public int read() throws IOException {
      int value = in.read();
      count(value < 0 ? 0 : 1);
      return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = in.read(target, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    /** Counts what was left unread as well: the file is done with. */
    @Override
    public void close() throws IOException {
      count(uncounted);
      in.close();
    }

    private void count(long read) {
      long counted = Math.min(read, uncounted);
      uncounted -= counted;
      ledger.read(counted);
    }
  }
}
