package broadsheet.lucene.words;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** The oldest of each family of reprints among some articles. Not thread-safe. */
final class OldestReprints {

  /** An article's place and rank in its family. */
  private record Placed(int document, GroupMember member) {}

  private final Map<Long, Placed> byFamily = new HashMap<>();
  private final FixedBitSet documents;

  /**
   * @param documents the articles
   */
  OldestReprints(FixedBitSet documents, IndexReader reader) throws IOException {
    this.documents = documents.clone();
    for (LeafReaderContext leaf : reader.leaves()) {
      NumericDocValues families = leaf.reader().getNumericDocValues(IndexSchema.FAMILY);
      if (families != null) {
        read(leaf, families);
      }
    }
  }

  private void read(LeafReaderContext leaf, NumericDocValues families) throws IOException {
    NumericDocValues times = DocValues.getNumeric(leaf.reader(), IndexSchema.SORT_TIME);
    SortedDocValues ids = DocValues.getSorted(leaf.reader(), IndexSchema.ID);
    while (families.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
      int own = families.docID();
      if (documents.get(leaf.docBase + own) && ids.advanceExact(own)) {
        long time = times.advanceExact(own) ? times.longValue() : Long.MAX_VALUE;
        BytesRef id = BytesRef.deepCopyOf(ids.lookupOrd(ids.ordValue()));
        add(new Placed(leaf.docBase + own, new GroupMember(families.longValue(), time, id)));
      }
    }
  }

  private void add(Placed next) {
    Placed known = byFamily.putIfAbsent(next.member.family(), next);
    if (known != null) {
      boolean isOlder = GroupMember.OLDEST.compare(next.member, known.member) < 0;
      byFamily.put(next.member.family(), isOlder ? next : known);
      documents.clear(isOlder ? known.document : next.document);
    }
  }

  /** The oldest of each family. */
  List<GroupMember> members() {
    return byFamily.values().stream().map(Placed::member).toList();
  }

  /**
   * The articles without those that are not the oldest of their family.
   *
   * @param beaten the ids of those that have an older reprint in another part of the archive
   */
  FixedBitSet without(Set<BytesRef> beaten) {
    if (!beaten.isEmpty()) {
      byFamily.values().stream()
          .filter(placed -> beaten.contains(placed.member.id()))
          .forEach(placed -> documents.clear(placed.document));
    }
    return documents;
  }

  /** The ids of members that have an older reprint in another of some parts. */
  static Set<BytesRef> beaten(Collection<List<GroupMember>> parts) {
    Map<Long, GroupMember> oldest = new HashMap<>();
    Set<BytesRef> beaten = new HashSet<>();
    for (List<GroupMember> part : parts) {
      for (GroupMember next : part) {
        GroupMember known = oldest.putIfAbsent(next.family(), next);
        if (known != null) {
          boolean isOlder = GroupMember.OLDEST.compare(next, known) < 0;
          oldest.put(next.family(), isOlder ? next : known);
          beaten.add((isOlder ? known : next).id());
        }
      }
    }
    return beaten;
  }
}
