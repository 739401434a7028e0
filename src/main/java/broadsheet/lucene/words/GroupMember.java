package broadsheet.lucene.words;

import java.util.Comparator;
import org.apache.lucene.util.BytesRef;

/**
 * An article that has reprints.
 *
 * @param family the number of its family
 * @param time the time of its publication; the greatest number where it is unknown
 */
public record GroupMember(long family, long time, BytesRef id) {

  /** The oldest first, of equally old ones that with the first id. */
  static final Comparator<GroupMember> OLDEST =
      Comparator.comparingLong(GroupMember::time).thenComparing(GroupMember::id);
}
