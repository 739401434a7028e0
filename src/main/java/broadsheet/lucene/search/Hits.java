package broadsheet.lucene.search;

import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.explain.Placement;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.rank.HitReader;
import broadsheet.lucene.suggest.Shortfall;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;

/**
 * The port to the hits of a request, which are in one index or in all shards of an archive. A hit
 * is known by a number, which the same object gives to no other hit. Hits are found, shown and
 * counted here; the caller decides which tier is listed, in which order, and with which notes and
 * cursor. Not thread-safe.
 */
public interface Hits {

  /** The request with its queries. It groups reprints only where there are any. */
  CompiledRequest asked();

  /** The full matches by words and, where the request asks for it, by meaning. */
  Fusion fusion();

  /** Reads the ids, families and words of hits. */
  HitReader reader();

  /** Searches a tier. */
  Found find(Tier tier, Wanted wanted) throws IOException;

  /**
   * Selects hits.
   *
   * @param after the hit after which they begin; empty for the first
   * @param most the most hits to collect, at least 1
   * @param reranked the number of first hits that are reranked: their ties need not be broken
   */
  record Wanted(Optional<FieldDoc> after, int most, int reranked, Extent extent) {

    /** The first hits, with everything that is said of all hits. */
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

  /** Groups these hits only, whether or not the request groups. */
  Folding folding(ScoreDoc[] among) throws IOException;

  /** The best hit of a tier in the family of a hit; empty where there is no time to look. */
  OptionalInt bestOfFamily(Tier tier, ScoreDoc hit) throws IOException;

  /**
   * Hits as they are shown, with their matches, in their order.
   *
   * @param folding which hits are grouped under them
   */
  List<Hit> shown(Tier tier, List<ScoreDoc> hits, Folding folding) throws IOException;

  /** Whether an article is a hit of a tier; false where there is no time to look. */
  boolean matches(String id, Tier tier) throws IOException;

  /** Examines an article; empty where there is none with that id. */
  Optional<Explanation> explained(String id, Placement placement) throws IOException;

  /** Keeps hits until their articles are handed over. */
  Export.Kept kept(ScoreDoc[] hits);

  /** Explains why the query finds nothing. */
  Shortfall shortfall() throws IOException;

  /** See {@link broadsheet.lucene.suggest.DateInstead}. */
  List<String> dateInstead() throws IOException;

  /** Whether everything that has hits could be asked. */
  boolean isWhole();

  /** Notes on everything that was asked. */
  List<Note> notes();
}
