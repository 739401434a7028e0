package broadsheet.ledger;

import broadsheet.article.ItemVersion;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One line of the ledger, in printable text. Immutable.
 *
 * @param outcome the outcome for the file or record
 * @param place the file as the caller can open it, and after {@code #} the record or line in it
 * @param reason one of a small set of sentences, so that entries can be counted by it
 * @param detail the detail of this entry, such as the text of the bad date; empty if none
 * @param withdrawn the versions that the record withdraws, by each name of the item; empty unless
 *     it is a notice of a withdrawal
 * @param withdrawnIds the ids that an article of the item has where its id is its name
 */
public record LedgerEntry(
    Outcome outcome,
    String place,
    String reason,
    String detail,
    List<ItemVersion> withdrawn,
    List<String> withdrawnIds) {

  /** The reason of an entry for a record that may not be shown yet. */
  public static final String EMBARGO = "under embargo";

  /** The reason of an entry for a notice. */
  public static final String WITHDRAWN = "withdrawn by its agency";

  /** The reason if the archive has no version of the item. */
  public static final String WITHDRAWN_UNSEEN =
      "withdrawn by its agency, but the archive has no such item";

  /** The reason of an entry for an article that was erased. */
  public static final String ERASED = "erased from the archive, and kept out";

  public LedgerEntry {
    withdrawn = List.copyOf(withdrawn);
    withdrawnIds = List.copyOf(withdrawnIds);
  }

  /** An entry that is no notice. */
  public LedgerEntry(Outcome outcome, String place, String reason, String detail) {
    this(outcome, place, reason, detail, List.of(), List.of());
  }

  /** This entry for another reason. */
  public LedgerEntry because(String other) {
    return new LedgerEntry(outcome, place, other, detail, withdrawn, withdrawnIds);
  }

  /** This entry with other ids in place of those that it withdraws. */
  public LedgerEntry withIds(UnaryOperator<String> id) {
    return withdrawing(withdrawn, withdrawnIds.stream().map(id).toList());
  }

  /** This entry without what it quotes. */
  public LedgerEntry withoutDetail() {
    return new LedgerEntry(outcome, place, reason, "", withdrawn, withdrawnIds);
  }

  /** This entry as that of a notice. */
  public LedgerEntry withdrawing(List<ItemVersion> versions, List<String> ids) {
    return new LedgerEntry(outcome, place, reason, detail, versions, ids);
  }
}
