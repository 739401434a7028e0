package broadsheet.lucene.shard;

import broadsheet.engine.EmbeddingModels;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.WordScores;
import broadsheet.lucene.semantic.TextPassage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.util.BytesRef;

/**
 * A question to the shards of an archive for a search by meaning, or for the making of vectors.
 * Immutable.
 *
 * @param <A> the answer
 */
public sealed interface MeaningQuestion<A> extends ShardQuestion<A> {

  /**
   * The articles that meet a filter.
   *
   * @param draws see {@link broadsheet.lucene.schema.Fingerprint#draw}; empty if there are too many
   * @param isCut whether the time was too short to look at all articles
   */
  record Matching(Optional<List<Long>> draws, boolean isCut) {}

  /**
   * The articles that meet the filters of a request and the required parts of its query.
   *
   * @param most the most to name
   */
  record OfMatching(SearchRequest request, int most) implements MeaningQuestion<Matching> {
    @Override
    public Matching answer(ShardWork shard) throws IOException {
      return new NearArticles(request, shard).matching(most);
    }
  }

  /** Those of some articles that are there and meet the same filter, by their fingerprints. */
  record OfAllowed(SearchRequest request, List<BytesRef> articles)
      implements MeaningQuestion<List<BytesRef>> {
    @Override
    public List<BytesRef> answer(ShardWork shard) throws IOException {
      return new NearArticles(request, shard).allowed(articles);
    }
  }

  /** The hits by words; see {@link WordScores}. */
  record OfWordScores(SearchRequest request, WordScores.Wanted wanted, List<BytesRef> near)
      implements MeaningQuestion<WordScores> {
    @Override
    public WordScores answer(ShardWork shard) throws IOException {
      CompiledRequest asked = CompiledRequest.of(request, shard.budget());
      return WordScores.of(asked, wanted, near, shard.budget().finder(MeaningSearch.SHARE));
    }
  }

  /** The number of articles in the languages of a model. */
  record OfCount(EmbeddingModels.Scope scope) implements MeaningQuestion<Long> {
    @Override
    public Long answer(ShardWork shard) throws IOException {
      return shard.embedded().count(scope);
    }
  }

  /**
   * The fingerprints of the articles in the languages of a model.
   *
   * @param start the bytes with which they begin
   */
  record OfKeys(EmbeddingModels.Scope scope, BytesRef start)
      implements MeaningQuestion<List<BytesRef>> {
    @Override
    public List<BytesRef> answer(ShardWork shard) throws IOException {
      return shard.embedded().keys(scope, start);
    }
  }

  /**
   * The passages of some articles, to be embedded.
   *
   * @param longest see {@link broadsheet.engine.EmbeddingModel#passageLength}
   */
  record OfTextPassages(List<BytesRef> articles, int longest)
      implements MeaningQuestion<Map<BytesRef, List<TextPassage>>> {
    @Override
    public Map<BytesRef, List<TextPassage>> answer(ShardWork shard) throws IOException {
      return shard.embedded().passages(articles, longest);
    }
  }
}
