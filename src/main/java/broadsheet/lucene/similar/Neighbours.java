package broadsheet.lucene.similar;

import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.rank.SentHit;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The port to the articles that are near a given one. Not thread-safe. */
public interface Neighbours {

  /** The words of an article; empty where there is none with that id. */
  Optional<ArticleWordCounts> words(String id) throws IOException;

  /** Counts the articles that are the given one or its reprints. */
  int own(ArticleWordCounts article) throws IOException;

  /**
   * The best articles that share enough words, except the article's own family.
   *
   * @param own the number of articles in the whole archive that are the given one or its reprints
   */
  List<SentHit> sharing(ArticleWordCounts article, int own, int most) throws IOException;

  /** Articles by id, with the words that they share. */
  Map<String, Similar> similar(ArticleWordCounts article, int own, List<String> ids)
      throws IOException;

  /** Whether there was time, and everything could be asked. */
  Completeness completeness();
}
