package broadsheet.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.corpus.record.Ledger;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class IndexingLogTest {

  @Test
  void namesTheFirstFilesWhicheverWereReadFirst() {
    Ledger ledger = new Ledger();
    for (String file : List.of("f.txt", "b.txt", "e.txt", "a.txt", "d.txt", "c.txt")) {
      ledger.remark(file, "no date", "");
    }
    StringWriter err = new StringWriter();

    new IndexingLog(new PrintWriter(err, true), Progress.Display.NONE).ledger(ledger);

    assertThat(err.toString().lines().skip(1).map(String::strip))
        .containsExactly("a.txt", "b.txt", "c.txt", "d.txt", "e.txt");
    assertThat(err.toString()).contains("6 × no date");
  }
}
