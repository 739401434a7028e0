package broadsheet.engine;

import broadsheet.engine.result.FacetCount;
import broadsheet.ledger.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The content of an index at a glance.
 *
 * @param articles the number of articles
 * @param undated the number of articles without a known date
 * @param firstDay the earliest day an article may have been published; empty when none has a date
 * @param lastDay the latest such day
 * @param sources the outlets, the most frequent first, at most 20
 * @param duplicates records merged with an article that is word for word the same
 * @param superseded articles of which there is a later version; they are not among the others
 * @param origins the files and folders the index is made from
 * @param sizeInBytes its size on disk
 * @param formatVersion the version of the index format
 * @param builtAt when its last rebuild or update was committed
 */
public record IndexSummary(
    long articles,
    long undated,
    Optional<LocalDate> firstDay,
    Optional<LocalDate> lastDay,
    List<FacetCount> sources,
    long duplicates,
    long superseded,
    List<Source> origins,
    long sizeInBytes,
    int formatVersion,
    Instant builtAt) {
  public IndexSummary {
    sources = List.copyOf(sources);
    origins = List.copyOf(origins);
  }
}
