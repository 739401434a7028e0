package broadsheet.corpus;

import broadsheet.article.Article;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.ZipException;

/** Opens a file and has it read. */
final class FileReading {
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
      new Unpacking(formats, sink, ledger).read(file, input);
    } catch (IOException e) {
      ledger.failed(place, reason(e), detail(e));
    } catch (Records.SinkFailure e) {
      throw e.thrown();
    }
    ledger.closed();
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
