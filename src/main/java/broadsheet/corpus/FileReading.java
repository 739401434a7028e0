package broadsheet.corpus;

import java.io.IOException;

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
      account.failed(place, Damage.reason(e), Damage.detail(e));
    }
    account.end(digest);
    ledger.closed();
  }
}
