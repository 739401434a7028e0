package broadsheet.lucene.snapshot;

import broadsheet.lucene.reader.ReaderCache;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BitSet;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The articles of a segment by the language in which they are stemmed: a set of bits for each
 * language, small where few articles are in it.
 *
 * @param articles never empty sets, which are not to be changed
 */
record SegmentLanguages(Map<String, BitSet> articles) {

  private static final ReaderCache<SegmentLanguages> KNOWN = new ReaderCache<>();

  /** Reads the languages of a segment, or takes them from the cache. */
  static SegmentLanguages of(LeafReader segment) {
    return KNOWN.ofSegment(segment, SegmentLanguages::read);
  }

  private static SegmentLanguages read(LeafReader segment) throws IOException {
    Map<String, BitSet> articles = new HashMap<>();
    Terms languages = segment.terms(IndexSchema.STEMS);
    TermsEnum each = languages == null ? TermsEnum.EMPTY : languages.iterator();
    while (each.next() != null) {
      PostingsEnum postings = each.postings(null, PostingsEnum.NONE);
      articles.put(each.term().utf8ToString(), BitSet.of(postings, segment.maxDoc()));
    }
    return new SegmentLanguages(articles);
  }

  /** Whether all articles of the segment are in these languages; false where there are none. */
  boolean areIn(Set<String> languages) {
    return !articles.isEmpty() && languages.containsAll(articles.keySet());
  }

  /** Whether an article, by its number in the segment, is in one of these languages. */
  boolean isIn(Set<String> languages, int document) {
    return those(languages).anyMatch(articles -> articles.get(document));
  }

  /** The articles in these languages, deleted ones included; empty if there are none. */
  Optional<BitSet> in(Set<String> languages) throws IOException {
    List<BitSet> those = those(languages).toList();
    if (those.size() < 2) {
      return those.stream().findFirst();
    }
    BitSet together = new FixedBitSet(those.getFirst().length());
    for (BitSet each : those) {
      together.or(new BitSetIterator(each, each.approximateCardinality()));
    }
    return Optional.of(together);
  }

  private Stream<BitSet> those(Set<String> languages) {
    return languages.stream().filter(articles::containsKey).map(articles::get);
  }
}
