package broadsheet.lucene.meaning;

import broadsheet.lucene.semantic.NearPassage;
import broadsheet.query.tree.PlainWords;
import java.io.IOException;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** The questions of a search by meaning to an archive: to one index, or to all its shards. */
public interface MeaningCandidates {

  /**
   * The passages nearest to a query, nearest first, of articles that meet the filters of the
   * request.
   *
   * @param plain its required parts hold for every article
   * @param most the most passages
   * @throws broadsheet.lucene.semantic.UnreadableVectorsException when they cannot be read
   */
  List<NearPassage> nearest(ModelQuery query, PlainWords plain, int most) throws IOException;

  /**
   * The hits by words.
   *
   * @param near the fingerprints of the articles near in meaning
   */
  WordScores byWords(WordScores.Wanted wanted, List<BytesRef> near) throws IOException;

  /** Whether the time was too short to look at all articles so far. */
  boolean isCut();
}
