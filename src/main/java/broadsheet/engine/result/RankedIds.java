package broadsheet.engine.result;

import java.util.List;

/**
 * The order of a search's best hits.
 *
 * @param ids the ids of the articles, best first
 * @param isComplete whether all articles were examined; otherwise better ones may be missing
 */
public record RankedIds(List<String> ids, boolean isComplete) {
  public RankedIds {
    ids = List.copyOf(ids);
  }
}
