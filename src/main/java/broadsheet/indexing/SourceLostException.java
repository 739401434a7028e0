package broadsheet.indexing;

import broadsheet.ledger.SourceLoss;
import java.io.Serial;
import java.util.List;
import java.util.Locale;

/**
 * An update would remove most articles of a source, which is more likely out of reach than emptied.
 * The message names the source and gives advice, in one line.
 */
public final class SourceLostException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> sources;

  /**
   * @param lost at least one
   */
  public SourceLostException(List<SourceLoss> lost) {
    super(message(lost));
    this.sources = lost.stream().map(SourceLoss::source).toList();
  }

  List<String> sources() {
    return sources;
  }

  private static String message(List<SourceLoss> lost) {
    SourceLoss first = lost.getFirst();
    String others =
        lost.size() == 1 ? "" : String.format(Locale.ROOT, " (and %,d more)", lost.size() - 1);
    return String.format(
        Locale.ROOT,
        "%s%s would keep %,d of %,d articles; the index is unchanged. If a drive is not mounted"
            + " or a folder cannot be read, fix that; to remove the articles, add"
            + " --allow-removals.",
        first.source(),
        others,
        first.after(),
        first.before());
  }
}
