package broadsheet.lucene.shards;

import broadsheet.lucene.schema.ArrivalDocument;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.LedgerDocument;
import broadsheet.lucene.schema.PlaceDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FilterCodecReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SlowCodecReaderWrapper;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.StringHelper;

/**
 * Deals the documents of a settled index to shards. An article, its further places and its arrivals
 * go by its fingerprint, and the records of a file by its path; so each shard answers for its own.
 */
final class Dealing {

  /** The fields by whose terms documents are dealt. */
  private static final List<String> KEYS =
      List.of(
          IndexSchema.FINGERPRINT,
          PlaceDocument.ARTICLE,
          ArrivalDocument.FINGERPRINT,
          LedgerDocument.FILE,
          LedgerDocument.ENTRY_FILE);

  private Dealing() {}

  /** Writes an index of the newest commit in a folder to each of the others. */
  static void deal(Path settled, List<Path> shards) throws IOException {
    try (Directory from = FSDirectory.open(settled);
        DirectoryReader reader = DirectoryReader.open(from)) {
      for (int shard = 0; shard < shards.size(); shard++) {
        List<CodecReader> own = new ArrayList<>();
        for (LeafReaderContext leaf : reader.leaves()) {
          own.add(new Part(leaf.reader(), dealt(leaf.reader(), shard, shards.size())));
        }
        write(own, shards.get(shard), reader);
      }
    }
  }

  private static void write(List<CodecReader> parts, Path to, DirectoryReader settled)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (Directory directory = FSDirectory.open(to);
        IndexWriter writer = new IndexWriter(directory, config)) {
      writer.addIndexes(parts.toArray(CodecReader[]::new));
      writer.setLiveCommitData(settled.getIndexCommit().getUserData().entrySet());
      writer.commit();
    }
  }

  /** The live documents of a segment that one shard gets. */
  private static FixedBitSet dealt(LeafReader segment, int shard, int shards) throws IOException {
    FixedBitSet dealt = new FixedBitSet(segment.maxDoc());
    for (String field : KEYS) {
      Terms terms = segment.terms(field);
      TermsEnum keys = terms == null ? TermsEnum.EMPTY : terms.iterator();
      for (BytesRef key = keys.next(); key != null; key = keys.next()) {
        if (Math.floorMod(StringHelper.murmurhash3_x86_32(key, 0), shards) == shard) {
          dealt.or(keys.postings(null, PostingsEnum.NONE));
        }
      }
    }
    Bits live = segment.getLiveDocs();
    for (int d = dealt.nextSetBit(0); live != null && d != DocIdSetIterator.NO_MORE_DOCS; ) {
      if (!live.get(d)) {
        dealt.clear(d);
      }
      d = d + 1 < dealt.length() ? dealt.nextSetBit(d + 1) : DocIdSetIterator.NO_MORE_DOCS;
    }
    return dealt;
  }

  /** Some documents of a segment. */
  private static final class Part extends FilterCodecReader {

    private final FixedBitSet documents;

    Part(LeafReader segment, FixedBitSet documents) throws IOException {
      super(SlowCodecReaderWrapper.wrap(segment));
      this.documents = documents;
    }

    @Override
    public int numDocs() {
      return documents.cardinality();
    }

    @Override
    public Bits getLiveDocs() {
      return documents;
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public @org.jspecify.annotations.Nullable CacheHelper getReaderCacheHelper() {
      return null;
    }
  }
}
