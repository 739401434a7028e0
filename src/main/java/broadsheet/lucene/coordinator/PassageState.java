package broadsheet.lucene.coordinator;

import broadsheet.lucene.shard.Shard;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The vectors in an index of passages. Immutable.
 *
 * @param models the descriptions of the models they are from, by the names of the models
 * @param former descriptions of models whose passages are still to be deleted
 */
public record PassageState(Map<String, String> models, List<String> former) {

  /** The format of the documents in the index, which does not change with that of articles. */
  public static final int FORMAT = Shard.PASSAGES;

  /** An index without vectors. */
  static final PassageState EMPTY = new PassageState(Map.of(), List.of());

  /** The same with vectors of a model, in place of those of one with the same name. */
  PassageState with(String name, String description) {
    Map<String, String> next = new TreeMap<>(models);
    String before = next.put(name, description);
    List<String> gone = new ArrayList<>(former);
    if (before != null) {
      gone.add(before);
    }
    gone.removeIf(description::equals);
    return new PassageState(next, List.copyOf(gone));
  }

  /** The same once the passages of a former model are deleted. */
  PassageState without(String description) {
    return new PassageState(
        models, former.stream().filter(each -> !each.equals(description)).toList());
  }
}
