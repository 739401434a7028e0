package broadsheet.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.corpus.record.FoundFile;
import broadsheet.corpus.record.Ledger;
import broadsheet.corpus.record.Reception;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record under embargo becomes an article by the clock, though its file does not change. */
class EmbargoTest {

  private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

  @TempDir private Path folder;

  /** Knows the files as an index does, and keeps those that are unchanged. */
  private static final class Known implements Reception {
    private final Map<String, FileRecord> files = new HashMap<>();
    private final List<String> titles = new ArrayList<>();
    private final List<String> read = new ArrayList<>();

    @Override
    public boolean begin(FoundFile file) {
      FileRecord known = files.get(file.record().path());
      boolean isSame =
          known != null
              && (file.record().hasStampOf(known)
                  || file.withDigest().filter(now -> now.hasContentOf(known)).isPresent());
      if (!isSame) {
        read.add(file.record().location());
      }
      return !isSame;
    }

    @Override
    public void article(String path, Article article) {
      titles.add(article.title());
    }

    @Override
    public void entry(String path, LedgerEntry entry) {}

    @Override
    public void end(FileRecord file) {
      files.put(file.path(), file);
    }

    @Override
    public void endUnread(FileRecord file) {
      files.put(file.path(), file);
    }
  }

  @Test
  void anUpdateAfterItsEndReadsTheFileAgain() throws IOException {
    String record = "{\"headline\": \"%s\", \"body\": \"A text.\", \"embargo\": \"%s\"}\n";
    Files.writeString(folder.resolve("held.jsonl"), record.formatted("Held", DAY.plusDays(1)));
    Files.writeString(folder.resolve("free.jsonl"), record.formatted("Free", DAY.minusDays(1)));
    Known known = new Known();
    TestCorpus.of(List.of(folder), DAY).read(known, new Ledger(), 1);
    assertThat(known.titles).containsExactly("Free");
    known.read.clear();
    TestCorpus.of(List.of(folder), DAY.plusDays(1)).read(known, new Ledger(), 1);
    assertThat(known.titles).containsExactly("Free", "Held");
    assertThat(known.read).containsExactly("held.jsonl");
    known.read.clear();
    TestCorpus.of(List.of(folder), DAY.plusDays(2)).read(known, new Ledger(), 1);
    assertThat(known.read).isEmpty();
  }
}
