package broadsheet.lucene.similar;

import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.rank.SentHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds articles that share many of an article's distinctive words. Not thread-safe. */
public record SimilarSearch(Neighbours neighbours) {

  /**
   * Number of hits to fetch, in multiples of the requested hits, so that enough are left when
   * reprints are grouped.
   */
  private static final int DEPTH = 8;

  /** See {@link broadsheet.engine.SearchEngine#similarTo}. */
  public SimilarArticles to(String id, int count) throws IOException {
    Optional<ArticleWordCounts> article = neighbours.words(id);
    if (article.isEmpty()) { // or the part that has it did not answer
      return new SimilarArticles(List.of(), neighbours.completeness());
    }
    return to(article.get(), count);
  }

  private SimilarArticles to(ArticleWordCounts article, int count) throws IOException {
    int own = neighbours.own(article);
    List<String> ids = listed(neighbours.sharing(article, own, count * DEPTH), count);
    Map<String, Similar> byId = ids.isEmpty() ? Map.of() : neighbours.similar(article, own, ids);
    return new SimilarArticles(
        ids.stream().map(byId::get).filter(Objects::nonNull).toList(), neighbours.completeness());
  }

  /** The first of each family. */
  private static List<String> listed(List<SentHit> hits, int most) {
    List<String> listed = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    for (SentHit hit : hits) {
      boolean isFirst = hit.family().isEmpty() || met.add(hit.family().getAsLong());
      if (isFirst && listed.size() < most) {
        listed.add(hit.id().utf8ToString());
      }
    }
    return listed;
  }
}
