package broadsheet.lucene.erasing;

import broadsheet.lucene.reader.ChosenDocuments;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.WithdrawnDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** Leaves articles that were erased out of an index. Stateless. */
public final class WithoutErased {

  private WithoutErased() {}

  /** The documents of an index with articles that were erased. Reads all articles. */
  public static List<Integer> heldIn(IndexReader reader, Erasures erasures) throws IOException {
    List<Integer> held = new ArrayList<>();
    if (erasures.isNone()) {
      return held;
    }
    for (LeafReaderContext leaf : reader.leaves()) {
      Bits live = leaf.reader().getLiveDocs();
      StoredFields stored = leaf.reader().storedFields();
      for (int document = 0; document < leaf.reader().maxDoc(); document++) {
        if ((live == null || live.get(document))
            && WithdrawnDocument.asRead(stored.document(document))
                .filter(erasures::hold)
                .isPresent()) {
          held.add(leaf.docBase + document);
        }
      }
    }
    return held;
  }

  /**
   * An index that is about to be added to another one, without the articles that were erased, of
   * which the ledger then says so; empty if it has none.
   */
  public static Optional<IndexReader> of(DirectoryReader whole, Erasures erasures)
      throws IOException {
    List<Integer> held = heldIn(whole, erasures);
    if (held.isEmpty()) {
      return Optional.empty();
    }
    for (int document : held) {
      Optional<IndexedArticle> article =
          WithdrawnDocument.asRead(whole.storedFields().document(document));
      erasures.enter(article.orElseThrow().first());
    }
    List<LeafReader> segments = new ArrayList<>();
    for (LeafReaderContext leaf : whole.leaves()) {
      segments.add(without(leaf, held));
    }
    return Optional.of(new MultiReader(segments.toArray(LeafReader[]::new), false));
  }

  private static CodecReader without(LeafReaderContext leaf, List<Integer> held) {
    CodecReader segment = (CodecReader) leaf.reader();
    FixedBitSet kept = ChosenDocuments.live(segment);
    for (int document : held) {
      if (document >= leaf.docBase && document < leaf.docBase + segment.maxDoc()) {
        kept.clear(document - leaf.docBase);
      }
    }
    return new KeptDocuments(segment, kept, kept.cardinality());
  }

  /**
   * A segment in which all documents but some count as deleted, in the form that a writer takes in.
   */
  private static final class KeptDocuments extends FilterCodecReader {
    private final FixedBitSet kept;
    private final int count;

    KeptDocuments(CodecReader segment, FixedBitSet kept, int count) {
      super(segment);
      this.kept = kept;
      this.count = count;
    }

    @Override
    public Bits getLiveDocs() {
      return kept;
    }

    @Override
    public int numDocs() {
      return count;
    }

    @Override
    public @Nullable CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }

  /** The segments of {@link #of}. */
  public static CodecReader[] segments(IndexReader without) {
    return without.leaves().stream()
        .map(leaf -> (CodecReader) leaf.reader())
        .toArray(CodecReader[]::new);
  }
}
