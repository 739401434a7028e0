package broadsheet.lucene.search;

import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Hit;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.explain.Placement;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.rank.Collapsing;
import broadsheet.lucene.rank.HitReader;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/**
 * The port to the hits of a request, in one index or in all shards of an archive. A number
 * identifies each hit within one object. Hits are found, shown and counted here; the caller decides
 * which tier to list, in which order, and with which notes and cursor. Not thread-safe.
 */
public interface Hits {

  /** The request with its queries. It groups reprints only if the archive has any. */
  CompiledRequest asked();

  /** The full matches by words and, if the request asks for it, by meaning. */
  Fusion fusion();

  /** Reads the ids, families and words of hits. */
  HitReader reader();

  /** Searches a tier. */
  Found find(Tier tier, Wanted wanted) throws IOException;

  /**
   * Selects hits.
   *
   * @param after the hit after which to begin; empty for the first hits
   * @param most the most hits to collect, at least 1
   * @param reranked the number of first hits that are reranked: their ties need not be broken
   */
  record Wanted(Optional<FieldDoc> after, int most, int reranked, Extent extent) {

    /** The first hits, with the total, the families and the counts of all hits. */
    static Wanted first(int most, int reranked) {
      return new Wanted(Optional.empty(), most, reranked, Extent.COUNTED);
    }
  }

  /** The extent of a search. */
  enum Extent {
    /** The wanted hits, and the number of all, their families and, if requested, their counts. */
    COUNTED,
    /** Only the wanted hits, each with its place in the order of the request. */
    LISTED,
    /** Only the wanted hits, by score alone. The quickest; for the first hits by relevance. */
    RANKED
  }

  /** Groups only these hits, whether or not the request groups. */
  Collapsing folding(ScoreDoc[] among) throws IOException;

  /** The best hit of a tier in the family of a hit; empty if there is no time to look. */
  OptionalInt bestOfFamily(Tier tier, ScoreDoc hit) throws IOException;

  /**
   * Makes hits to show, with their marks, in the given order.
   *
   * @param folding the grouping that says how many hits are under each
   */
  List<Hit> shown(Tier tier, List<ScoreDoc> hits, Collapsing folding) throws IOException;

  /** Whether an article is a hit of a tier; false if there is no time to look. */
  boolean matches(String id, Tier tier) throws IOException;

  /** Examines an article; empty if there is none with that id. */
  Optional<Explanation> explained(String id, Placement placement) throws IOException;

  /** Keeps hits until their articles are handed over. */
  Export.Kept kept(ScoreDoc[] hits);

  /** The parts of the archive. */
  IndexParts parts();
}
