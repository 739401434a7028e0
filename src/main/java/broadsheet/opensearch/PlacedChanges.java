package broadsheet.opensearch;

import broadsheet.lucene.staging.WorkingCopy;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Changes of documents, routed to one shard each: a change for all shards becomes one for each. For
 * one use.
 */
final class PlacedChanges implements Iterator<WorkingCopy.Change> {

  private final Iterator<WorkingCopy.Change> changes;
  private final Supplier<Collection<String>> routings;
  private @Nullable Collection<String> known;
  private final Deque<WorkingCopy.Change> copies = new ArrayDeque<>();

  /**
   * @param routings a routing value for each shard; asked for at the first change for all of them
   */
  PlacedChanges(Iterator<WorkingCopy.Change> changes, Supplier<Collection<String>> routings) {
    this.changes = changes;
    this.routings = routings;
  }

  @Override
  public boolean hasNext() {
    return !copies.isEmpty() || changes.hasNext();
  }

  @Override
  public WorkingCopy.Change next() {
    if (!copies.isEmpty()) {
      return copies.remove();
    }
    WorkingCopy.Change change = changes.next();
    if (!change.isForAll()) {
      return change;
    }
    Collection<String> each = known == null ? routings.get() : known;
    known = each;
    each.forEach(routing -> copies.add(change.on(routing)));
    return copies.remove();
  }
}
