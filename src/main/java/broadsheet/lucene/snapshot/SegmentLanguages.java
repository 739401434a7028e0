package broadsheet.lucene.snapshot;

import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.FixedBitSet;

/**
 * The articles of a segment by the language in which they are stemmed: a bit for each article and
 * language.
 *
 * @param articles never empty sets; not to be changed
 */
record SegmentLanguages(Map<String, FixedBitSet> articles) {

  private static final ReaderCache<SegmentLanguages> KNOWN = new ReaderCache<>();

  /** Reads the languages of a segment, or takes them from the cache. */
  static SegmentLanguages of(LeafReader segment) {
    return KNOWN.of(segment.getCoreCacheHelper(), () -> read(segment));
  }

  private static SegmentLanguages read(LeafReader segment) {
    try {
      Map<String, FixedBitSet> articles = new HashMap<>();
      Terms languages = segment.terms(IndexSchema.STEMS);
      TermsEnum each = languages == null ? TermsEnum.EMPTY : languages.iterator();
      while (each.next() != null) {
        FixedBitSet those = new FixedBitSet(segment.maxDoc());
        PostingsEnum postings = each.postings(null, PostingsEnum.NONE);
        postings.nextDoc();
        postings.intoBitSet(DocIdSetIterator.NO_MORE_DOCS, those, 0);
        articles.put(each.term().utf8ToString(), those);
      }
      return new SegmentLanguages(articles);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether all articles of the segment are in these languages. */
  boolean areIn(Set<String> languages) {
    return languages.containsAll(articles.keySet());
  }

  /** The articles in these languages, deleted ones among them; empty where there are none. */
  Optional<FixedBitSet> in(Set<String> languages) {
    List<FixedBitSet> those =
        languages.stream().filter(articles::containsKey).map(articles::get).toList();
    if (those.size() < 2) {
      return those.stream().findFirst();
    }
    FixedBitSet together = those.getFirst().clone();
    those.forEach(together::or);
    return Optional.of(together);
  }
}
