package broadsheet.lucene.shard;

import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.semantic.PassageArticle;
import broadsheet.lucene.semantic.PassageFields;
import broadsheet.lucene.semantic.PassageSearch;
import broadsheet.lucene.semantic.StoredPassages;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * A question to the shards of an index of passages. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface PassageQuestion<A> extends ShardQuestion<A> {

  /**
   * The passages nearest to a query, nearest first.
   *
   * @param among the articles whose passages may be found, see {@link
   *     broadsheet.lucene.schema.Fingerprint#draw}; empty for any
   */
  record OfNearest(PassageSearch search, Optional<List<Long>> among)
      implements PassageQuestion<List<NearPassage>> {
    @Override
    public List<NearPassage> answer(ShardWork shard) throws IOException {
      return search.among(among, shard.passages(), shard.deadline());
    }
  }

  /**
   * The articles with passages whose fingerprints begin alike.
   *
   * @param start the bytes with which they begin
   */
  record OfSlice(PassageFields fields, BytesRef start)
      implements PassageQuestion<List<PassageArticle>> {
    @Override
    public List<PassageArticle> answer(ShardWork shard) throws IOException {
      return new StoredPassages(fields, shard.passages()).slice(start);
    }
  }

  /** Those of some articles that have passages. */
  record OfKept(PassageFields fields, List<BytesRef> articles)
      implements PassageQuestion<List<PassageArticle>> {
    @Override
    public List<PassageArticle> answer(ShardWork shard) throws IOException {
      return new StoredPassages(fields, shard.passages()).among(articles);
    }
  }

  /** The number of passages. */
  record OfPassages() implements PassageQuestion<Long> {
    @Override
    public Long answer(ShardWork shard) throws IOException {
      return (long) shard.passages().numDocs();
    }
  }
}
