package broadsheet.corpus;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
    try (CountedInput input = new CountedInput(file, ledger)) {
      new Unpacking(formats, account).read(file, input);
      String digest = input.digest();
      if (input.isBroken()) {
        account.endUnread();
      } else {
        account.end(digest);
      }
    } catch (IOException e) {
      account.failed(place, reason(e), detail(e));
      endUnread(file.path(), e, account);
    }
    ledger.closed();
  }

  /** What is gone has been read to its end: there is nothing. */
  static void endUnread(Path path, IOException cause, FileAccount account) {
    if (cause instanceof NoSuchFileException && Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      account.end("");
    } else {
      account.endUnread();
    }
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
