package broadsheet.corpus;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import java.util.zip.ZipException;

/** Opens a file and has it read. */
final class FileReading {
  private final Formats formats;
  private final Ledger ledger;

  FileReading(Formats formats, Ledger ledger) {
    this.formats = formats;
    this.ledger = ledger;
  }

  /** Reads one file. Whatever is wrong with it is entered in its account. */
  void read(SourceFile file, FileAccount account) {
    String place = file.path().toString();
    ledger.opened(place);
    String digest = "";
    try (CountedInput input = new CountedInput(file, ledger)) {
      new Unpacking(formats, account).read(file, input);
      digest = input.digest();
    } catch (IOException e) {
      account.failed(place, reason(e), detail(e));
    }
    account.end(digest);
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
}
