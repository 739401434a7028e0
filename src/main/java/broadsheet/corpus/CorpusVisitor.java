package broadsheet.corpus;

import broadsheet.corpus.format.Formats;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.FileAccount;
import broadsheet.corpus.record.FoundFile;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Reception;
import broadsheet.corpus.record.SourceFile;
import broadsheet.corpus.record.Stamp;
import broadsheet.ledger.FileRecord;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Reads every file that a walk finds, and enters everything else it finds in the ledger. */
final class CorpusVisitor implements Walk.Visitor {

  private final Reception reception;
  private final Ledger ledger;
  private final ReadingCrew crew;
  private final FileReading reading;
  private final String readAs;

  CorpusVisitor(
      Reception reception, Ledger ledger, ReadingCrew crew, Formats formats, String readAs) {
    this.reception = reception;
    this.ledger = ledger;
    this.crew = crew;
    this.reading = new FileReading(formats, ledger);
    this.readAs = readAs;
  }

  @Override
  public void file(SourceFile file) {
    crew.have(() -> read(file));
  }

  private void read(SourceFile file) {
    FileRecord found = found(file.path(), file.location(), Stamp.of(file.path()), file.size());
    if (reception.begin(new FoundFile(found, known -> reading.isReadAlike(file, known)))) {
      reading.read(file, new FileAccount(found, reception, ledger));
    } else {
      ledger.read(file.size());
      ledger.closed();
    }
  }

  @Override
  public void skipped(Path path, String reason) {
    crew.have(
        () ->
            enter(
                path,
                account -> {
                  account.skipped(PathName.of(path), reason, "");
                  account.end("");
                }));
  }

  @Override
  public void failed(Path path, IOException cause) {
    String reason = Damage.reason(cause);
    String detail = Damage.detail(cause);
    crew.have(
        () ->
            enter(
                path,
                account -> {
                  account.failed(PathName.of(path), reason, detail);
                  FileReading.endUnread(path, cause, account);
                }));
  }

  private void enter(Path path, Consumer<FileAccount> entry) {
    FileRecord found = found(path, "", "", 0);
    if (reception.begin(new FoundFile(found))) {
      entry.accept(new FileAccount(found, reception, ledger));
    }
  }

  private FileRecord found(Path path, String location, String stamp, long size) {
    String absolute = PathName.of(path.toAbsolutePath().normalize());
    return new FileRecord(absolute, location, readAs, stamp, "", size, 0, 0, 0, 0);
  }
}
