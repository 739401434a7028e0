package broadsheet.ledger;

/**
 * One line of the ledger. Printable text only, whatever the file held. Immutable.
 *
 * @param outcome what became of it
 * @param place the file as the caller can open it, and after {@code #} the record or line in it
 * @param reason one of a small set of sentences, so that entries can be counted by it
 * @param detail what is particular to this entry, such as the text of the bad date; empty if none
 */
public record LedgerEntry(Outcome outcome, String place, String reason, String detail) {}
