package broadsheet.lucene.similar;

import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.part.IndexPart;
import broadsheet.lucene.part.PartQuestion;
import broadsheet.lucene.rank.SentHit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question about the articles that are similar to a given one. Immutable.
 *
 * @param <A> the answer
 */
public sealed interface NeighbourQuestion<A> extends PartQuestion<A> {

  /** Asks for the words of an article; empty if the part does not have it. */
  record WordsQuestion(String id) implements NeighbourQuestion<Optional<ArticleWordCounts>> {
    @Override
    public Optional<ArticleWordCounts> answer(IndexPart part) throws IOException {
      return ArticleWordCounts.of(id, part.own());
    }
  }

  /** Asks for the number of articles that are a given one or its reprints. */
  record OwnQuestion(ArticleWordCounts article) implements NeighbourQuestion<Integer> {
    @Override
    public Integer answer(IndexPart part) throws IOException {
      return new PartNeighbours(part.budget()).own(article);
    }
  }

  /** Asks for the articles that share words with a given one. */
  record SharingQuestion(ArticleWordCounts article, int own, int most)
      implements NeighbourQuestion<List<SentHit>> {
    @Override
    public List<SentHit> answer(IndexPart part) throws IOException {
      return new PartNeighbours(part.budget()).sharing(article, own, most);
    }
  }

  /** Asks for similar articles by id, with the words that they share with a given one. */
  record SimilarQuestion(ArticleWordCounts article, int own, List<String> ids)
      implements NeighbourQuestion<Map<String, Similar>> {
    @Override
    public Map<String, Similar> answer(IndexPart part) throws IOException {
      return new PartNeighbours(part.budget()).similar(article, own, ids);
    }
  }
}
