package broadsheet.lucene.explain;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.lucene.compile.Relaxation;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.rank.ExpansionTerms;
import broadsheet.lucene.rank.ForwardReader;
import broadsheet.lucene.rank.HitReader;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * Explains an article in the part of an archive that has it, by its place in what all parts found.
 * Stateless.
 */
public final class PartExplanation {

  /** How many hits are ranked. */
  public static final int DEPTH = TopRanked.DEPTH;

  private PartExplanation() {}

  /**
   * A hit of a ranking.
   *
   * @param isListed whether it is the best of its family
   */
  public record RankedHit(BytesRef id, float score, OptionalLong family, boolean isListed) {}

  /**
   * What all parts found for a query, in its order.
   *
   * @param window how many of the first were reranked
   * @param learnt the expansion terms; empty where there are none
   * @param isComplete whether all articles were looked at
   */
  public record WholeRanking(
      List<RankedHit> hits,
      int window,
      Optional<List<ExpansionTerms.Word>> learnt,
      boolean isComplete) {}

  /** Finds the ranking of a query by all parts. */
  public interface Rankings {
    WholeRanking of(Query matching) throws IOException;
  }

  /**
   * The units of a query and of its relaxed forms by their texts, not all of which can be typed.
   */
  public static Map<String, QueryNode> units(QueryNode root, List<Relaxation> relaxed)
      throws IOException {
    List<QueryPart> parts = new ArrayList<>(parts().of(root));
    parts.addAll(new QueryParts(_ -> true, PartExplanation::mayBeStopWord).of(root));
    for (Relaxation each : relaxed) {
      parts.addAll(parts().of(each));
    }
    Map<String, QueryNode> units = new HashMap<>();
    parts.forEach(part -> units.put(CanonicalText.of(part.node()), part.node()));
    return units;
  }

  /** In some language: the phrase of stop words alone is a unit as well. */
  private static boolean mayBeStopWord(QueryNode node) {
    return node instanceof QueryNode.Word
        || (node instanceof QueryNode.Boosted(QueryNode child, float _) && mayBeStopWord(child));
  }

  private static QueryParts parts() {
    return new QueryParts(_ -> true, _ -> false);
  }

  /**
   * The explanation; its counts of articles are those of the part. Empty where it does not have the
   * article.
   */
  public static Optional<Explanation> of(
      String id, SearchRequest request, SearchBudget part, Rankings rankings) throws IOException {
    OptionalInt document = ArticleSearch.document(id, part.snapshot());
    ExplainSearch.Ranking ranking = query -> ranked(rankings.of(query), id, document.orElse(-1));
    return document.isEmpty()
        ? Optional.empty()
        : new ExplainSearch(request, part, Meanings.none(), Optional.of(ranking)).of(id);
  }

  /**
   * The ranking with numbers: the article goes by its document number, the others by negative
   * numbers, which no document has.
   */
  private static TopRanked ranked(WholeRanking all, String id, int document) {
    List<ScoreDoc> hits = new ArrayList<>();
    List<ScoreDoc> listed = new ArrayList<>();
    Map<Integer, OptionalLong> families = new HashMap<>();
    for (RankedHit each : all.hits()) {
      int number = each.id().utf8ToString().equals(id) ? document : -1 - hits.size();
      ScoreDoc hit = new ScoreDoc(number, each.score());
      hits.add(hit);
      families.put(number, each.family());
      if (each.isListed()) {
        listed.add(hit);
      }
    }
    Reranking.Ranked ranked =
        new Reranking.Ranked(hits, all.window(), all.learnt().map(ExpansionTerms::new));
    return new TopRanked(ranked, listed, all.isComplete(), new Families(families));
  }

  /** Knows the families of hits that are ranked already, and nothing else. */
  private record Families(Map<Integer, OptionalLong> families) implements HitReader {

    @Override
    public OptionalLong family(int hit) {
      return families.getOrDefault(hit, OptionalLong.empty());
    }

    @Override
    public Map<Integer, BytesRef> ids(List<ScoreDoc> of) {
      throw new UnsupportedOperationException("they are ranked already");
    }

    @Override
    public Map<Integer, ForwardReader.Read> texts(int... of) {
      throw new UnsupportedOperationException("they are ranked already");
    }
  }
}
