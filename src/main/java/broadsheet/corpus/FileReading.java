package broadsheet.corpus;

import broadsheet.corpus.archive.Unpacking;
import broadsheet.corpus.format.Formats;
import broadsheet.corpus.pack.CountedInput;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.DecompressionBudget;
import broadsheet.corpus.record.FileAccount;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.SourceFile;
import broadsheet.ledger.FileRecord;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads one file through its compressions and containers, and enters its outcome in the ledger. */
final class FileReading {
  private final Formats formats;
  private final Ledger ledger;
  private final Issues issues;

  FileReading(Formats formats, Ledger ledger) {
    this.formats = formats;
    this.ledger = ledger;
    this.issues = new Issues(formats);
  }

  /** Whether the readers of a file, and the files that were read with it, are as they were. */
  boolean isReadAlike(SourceFile file, FileRecord known) {
    return new ReadDependencies(DiskSiblings.root(file), issues).areSame(known);
  }

  /** Reads one file. Any problem is entered in its account. */
  void read(SourceFile file, FileAccount account) {
    String place = PathName.of(file.path());
    ledger.opened(place);
    try (CountedInput input = new CountedInput(file, ledger)) {
      DecompressionBudget inflation = new DecompressionBudget(account::records);
      DiskSiblings siblings = new DiskSiblings(file, issues, inflation);
      new Unpacking(formats, account, siblings, inflation).read(file, input);
      if (account.dependsOnRecognition()) {
        siblings.companions().recognition();
      }
      siblings.companions().readers(account.readers());
      account.readWith(siblings.companions().state());
      String digest = input.digest();
      if (input.isBroken()) {
        account.endUnread();
      } else {
        account.end(digest);
      }
    } catch (IOException e) {
      account.failed(place, Damage.reason(e), Damage.detail(e));
      endUnread(file.path(), e, account);
    }
    ledger.closed();
  }

  /** A file that has gone was read to its end, since there is nothing left of it. */
  static void endUnread(Path path, IOException cause, FileAccount account) {
    if (cause instanceof NoSuchFileException && Files.notExists(path, LinkOption.NOFOLLOW_LINKS)) {
      account.end("");
    } else {
      account.endUnread();
    }
  }
}
