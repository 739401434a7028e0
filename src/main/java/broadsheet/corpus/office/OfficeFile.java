package broadsheet.corpus.office;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/** A format whose files are zip archives of XML. */
abstract class OfficeFile extends Format {
  private final OfficeKind kind;

  OfficeFile(String name, DateReader dates, OfficeKind kind) {
    super(name, dates, SECOND_REVISION);
    this.kind = kind;
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(
        OfficeKind.of(peek.file(), peek.head()).filter(kind::equals).isPresent());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    Parts parts = Parts.of(in, this::isRead, records);
    Optional<String> reason = whyUnreadable(parts);
    if (reason.isPresent() && parts.damage().isEmpty()) {
      records.skip(0, reason.get());
      return;
    }
    if (reason.isEmpty()) {
      try {
        read(parts, records);
      } catch (XMLStreamException e) {
        records.fail(
            0, "damaged XML in it", String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
      }
    }
    parts.damage().ifPresent(damage -> records.fail(0, damage, ""));
  }

  /** Whether a part is needed. */
  abstract boolean isRead(String name);

  /** Why there is no article in it; empty if its main part is there. */
  abstract Optional<String> whyUnreadable(Parts parts);

  abstract void read(Parts parts, Records records) throws XMLStreamException;
}
