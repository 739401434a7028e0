package broadsheet.lucene.count;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Timeline;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The lazily computed counts of all hits of a search: by facet, over time, and of their words. Not
 * thread-safe.
 */
public interface Counts {

  /** Says that these will be asked for, so that the first step can be made along with another. */
  default void announce() throws IOException {}

  /** The most frequent values of each facet; facets without values are absent. */
  Map<FacetField, List<FacetCount>> facets() throws IOException;

  /** The hits over time. */
  Timeline timeline() throws IOException;

  /** The hits by month, where the timeline is finer; otherwise empty. */
  List<Timeline.Bucket> months() throws IOException;

  /** The number of words of the hits. Only for requests that ask for it. */
  long words() throws IOException;
}
