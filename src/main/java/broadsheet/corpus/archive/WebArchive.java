package broadsheet.corpus.archive;

import broadsheet.corpus.archive.WebRecords.WebRecord;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.pack.LimitExceeded;
import broadsheet.corpus.record.CorpusException;
import broadsheet.corpus.record.FileAccount;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * Web archives: WARC, and the older ARC. Each completely fetched page becomes a file of its own,
 * with the address it was fetched from.
 */
final class WebArchive implements Container {
  private static final String ARC = "filedesc://";
  private static final String WARC = "WARC/";

  private static final String BAD_RECORD = "a web archive record that cannot be read";

  @Override
  public boolean isBeginning(byte[] head) {
    return startsWith(head, WARC) || startsWith(head, ARC);
  }

  @Override
  public void read(Entries entries) throws IOException {
    WebRecords records =
        new WebRecords(entries, startsWith(entries.stream().peek(ARC.length()), ARC));
    boolean isMore = true;
    while (isMore) {
      try {
        isMore = readNext(records, entries) || isResumed(records, entries);
      } catch (Damage damage) {
        entries.fail(records.number(), damage);
        isMore = isResumed(records, entries);
      }
    }
  }

  private static boolean readNext(WebRecords records, Entries entries) throws IOException {
    Optional<WebRecord> record = records.next();
    if (record.isPresent()) {
      read(record.get(), entries);
    }
    return record.isPresent();
  }

  /** Whether a part of the file was damaged and another part follows it. */
  private static boolean isResumed(WebRecords records, Entries entries) throws LimitExceeded {
    Optional<Damage> damage = entries.stream().damage();
    if (damage.isEmpty()) {
      return false;
    }
    entries.fail(records.number(), damage.get());
    records.giveUpRecord();
    return entries.stream().resume();
  }

  /** jwarc parses the record, but does not decide the borders between records. */
  private static void read(WebRecord record, Entries entries) throws IOException {
    byte[] header = record.header().getBytes(StandardCharsets.ISO_8859_1);
    InputStream whole = new SequenceInputStream(new ByteArrayInputStream(header), record.block());
    try (WarcReader reader = new WarcReader(whole)) {
      reader.setLenient(true);
      Optional<WarcRecord> read = reader.next();
      if (read.isPresent()) {
        read(record.number(), read.get(), entries);
      }
    } catch (Damage | LimitExceeded e) {
      throw e;
    } catch (FileAccount.SinkFailure | CorpusException e) {
      throw e;
    } catch (IOException | RuntimeException | LinkageError e) {
      entries.fail(record.number(), new Damage(BAD_RECORD, String.valueOf(e.getMessage())));
    }
  }

  private static void read(long number, WarcRecord record, Entries entries) throws IOException {
    try {
      WebPage page = WebPage.of(record);
      SourceFile file = page.in(entries.container(), number);
      entries.read(file, page.content(entries, file));
    } catch (NotAnArticle e) {
      entries.skipOneOfMany(e.reason());
    }
  }

  private static boolean startsWith(byte[] head, String word) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(word);
  }
}
