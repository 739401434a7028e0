package broadsheet.lucene.shard;

import java.util.function.Function;
import org.apache.lucene.util.BytesRef;

/**
 * A state of an archive that a client asks for, in a shard that may hold documents of several.
 * Immutable.
 *
 * @param update the number of the last update that the client knows of; later ones are not shown
 * @param settled no document from updates up to this one has a copy of an earlier update
 * @param oldest the first state that the shard can still show
 * @param terms the term in {@link #IDS} for an id
 */
public record UpdateState(
    long update, long settled, long oldest, Function<String, BytesRef> terms) {

  /** The field with the ids of documents. */
  public static final String IDS = "_id";

  /** The only state of a shard that updates change in place. */
  public static final UpdateState ONLY = new UpdateState(0, Long.MAX_VALUE, 0, BytesRef::new);

  /** Whether the shard cannot show it any more. */
  boolean isGone() {
    return update < oldest;
  }
}
