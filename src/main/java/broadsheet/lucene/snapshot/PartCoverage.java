package broadsheet.lucene.snapshot;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.FacetCount;
import java.io.IOException;
import java.util.List;

/** The coverage of one part of an archive, by outlets that are frequent in all of it. Stateless. */
public final class PartCoverage {
  private PartCoverage() {}

  /** The outlets of a part, the most frequent first. */
  public static List<FacetCount> sources(ReaderSnapshot part) throws IOException {
    return FacetCounter.countAll(part, FacetField.SOURCE, Integer.MAX_VALUE);
  }

  /** The coverage of a part, by these outlets. */
  public static Coverage of(ReaderSnapshot part, List<String> sources) throws IOException {
    return CoverageCounter.count(part, sources);
  }
}
