package broadsheet.lucene.similar;

import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.rank.SentHit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * A more-like-this search: finds articles that share many of an article's distinctive words. Not
 * thread-safe.
 */
public record SimilarSearch(IndexParts parts) {

  /**
   * Number of hits to fetch, in multiples of the requested hits, so that enough are left when
   * reprints are grouped.
   */
  private static final int DEPTH = 8;

  /** See {@link broadsheet.engine.SearchEngine#similarTo}. */
  public SimilarArticles to(String id, int count) throws IOException {
    Optional<ArticleWordCounts> article =
        parts.ask(new NeighbourQuestion.WordsQuestion(id)).stream()
            .flatMap(Optional::stream)
            .findFirst();
    // none if the part that has it did not answer
    List<Similar> similar = article.isEmpty() ? List.of() : to(article.get(), count);
    return new SimilarArticles(similar, parts.completeness(!parts.budget().finding().isPast()));
  }

  private List<Similar> to(ArticleWordCounts article, int count) throws IOException {
    int own =
        parts.ask(new NeighbourQuestion.OwnQuestion(article)).stream().mapToInt(of -> of).sum();
    int most = count * DEPTH;
    List<List<SentHit>> hits = parts.ask(new NeighbourQuestion.SharingQuestion(article, own, most));
    List<String> ids = listed(SentHit.first(hits, SortOrder.RELEVANCE, most), count);
    Map<String, Similar> byId = new HashMap<>();
    if (!ids.isEmpty()) {
      parts.ask(new NeighbourQuestion.SimilarQuestion(article, own, ids)).forEach(byId::putAll);
    }
    return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
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
