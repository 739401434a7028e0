package broadsheet.engine;

import broadsheet.ledger.LedgerTotals;
import broadsheet.ledger.Source;
import java.util.List;

/**
 * The sources and totals of an archive after all its parts were read. Immutable.
 *
 * @param sources the files and folders of the archive
 * @param totals those of the files in them
 */
public record ReadParts(List<Source> sources, LedgerTotals totals) {
  public ReadParts {
    sources = List.copyOf(sources);
  }
}
