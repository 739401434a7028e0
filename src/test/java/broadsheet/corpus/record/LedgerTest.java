package broadsheet.corpus.record;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Outcome;
import org.junit.jupiter.api.Test;

class LedgerTest {
  private final Ledger ledger = new Ledger();

  @Test
  void allAreCountedButOnlySoManyKept() {
    for (int i = 0; i < 5_000; i++) {
      ledger.enter(Outcome.FAILED, "file#" + i, "not JSON", "");
      ledger.enter(Outcome.SKIPPED, "file#" + i, "reason " + i, "");
    }
    assertThat(ledger.totals().failed()).isEqualTo(5_000);
    assertThat(ledger.entries(Outcome.FAILED)).hasSize(Ledger.KEPT_ENTRIES);
    assertThat(ledger.reasons(Outcome.FAILED)).containsEntry("not JSON", 5_000L);
    assertThat(ledger.reasons(Outcome.SKIPPED)).hasSize(Ledger.KEPT_REASONS + 1);
    assertThat(ledger.reasons(Outcome.SKIPPED).values().stream().mapToLong(n -> n).sum())
        .isEqualTo(5_000);
  }

  @Test
  void mostFrequentReasonComesFirst() {
    ledger.remark("a", "rare", "");
    ledger.remark("b", "common", "");
    ledger.remark("c", "common", "");
    assertThat(ledger.reasons(Outcome.REMARKED).keySet()).containsExactly("common", "rare");
  }

  @Test
  void entriesAreShortAndNameFilesAsTheyAre() {
    ledger.enter(Outcome.FAILED, "a\u001b[31m.txt", "not JSON", "x\n".repeat(500));
    LedgerEntry entry = ledger.entries(Outcome.FAILED).getFirst();
    assertThat(entry.place()).isEqualTo("a\u001b[31m.txt");
    assertThat(entry.detail()).hasSizeLessThan(210).endsWith("…").doesNotContain("\n");
  }

  @Test
  void freshLedgerIsEmpty() {
    assertThat(ledger.totals()).isEqualTo(new LedgerTotals(0, 0, 0, 0, 0, 0, 0));
    assertThat(ledger.currentFile()).isEmpty();
  }
}
