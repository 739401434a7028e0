package broadsheet.engine;

import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Source;
import java.util.List;

/**
 * The parts of an archive that were read, all of them. Immutable.
 *
 * @param sources the files and folders of the archive
 * @param totals those of the files in them
 */
public record ReadParts(List<Source> sources, LedgerTotals totals) {
  public ReadParts {
    sources = List.copyOf(sources);
  }
}
