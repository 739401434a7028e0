package broadsheet.lucene.rank;

import broadsheet.engine.request.SortOrder;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * A hit as a part of an archive sends it, or the place of one in the order of hits.
 *
 * @param key the bits of its score or, in another order, its time
 * @param family the family of its reprints; empty when it has none
 * @param words the words of the article, see {@link ForwardReader#packed}, or no bytes where it has
 *     none; empty where they are not sent along
 */
public record SentHit(BytesRef id, long key, OptionalLong family, Optional<BytesRef> words) {

  /**
   * The hits of one part.
   *
   * @param worded the number of first hits that are sent with their words
   */
  public static List<SentHit> of(ScoreDoc[] hits, int worded, IndexReader reader)
      throws IOException {
    int[] places =
        IntStream.range(0, hits.length)
            .boxed()
            .sorted(Comparator.comparingInt(place -> hits[place].doc))
            .mapToInt(place -> place)
            .toArray();
    SentHit[] sent = new SentHit[hits.length];
    RankingDocValues columns = null;
    for (int place : places) {
      int document = hits[place].doc;
      if (columns == null || !columns.has(document)) {
        columns = RankingDocValues.of(reader, document);
      }
      Optional<BytesRef> words =
          place < worded ? Optional.of(columns.words(document)) : Optional.empty();
      sent[place] = of((FieldDoc) hits[place], columns.family(document), words);
    }
    return List.of(sent);
  }

  /** The place of a hit. */
  public static SentHit place(FieldDoc hit) {
    return of(hit, OptionalLong.empty(), Optional.empty());
  }

  private static SentHit of(FieldDoc hit, OptionalLong family, Optional<BytesRef> words) {
    long key =
        hit.fields[0] instanceof Float score
            ? Float.floatToRawIntBits(score)
            : (Long) hit.fields[0];
    return new SentHit(BytesRef.deepCopyOf((BytesRef) hit.fields[1]), key, family, words);
  }

  private float score() {
    return Float.intBitsToFloat((int) key);
  }

  /**
   * The hit in Lucene's form.
   *
   * @param document its number; {@link Integer#MAX_VALUE} for a place after which to continue
   */
  public FieldDoc in(SortOrder order, int document) {
    boolean isScored = order == SortOrder.RELEVANCE;
    return new FieldDoc(
        document,
        isScored ? score() : 0,
        new Object[] {isScored ? (Object) score() : (Object) key, id});
  }

  /** The first of the hits of all parts. */
  public static List<SentHit> first(List<List<SentHit>> parts, SortOrder order, int most) {
    Comparator<SentHit> byKey =
        switch (order) {
          case RELEVANCE -> Comparator.comparingDouble(SentHit::score).reversed();
          case NEWEST, ADDED -> Comparator.comparingLong(SentHit::key).reversed();
          case OLDEST -> Comparator.comparingLong(SentHit::key);
        };
    Stream<SentHit> all = parts.stream().flatMap(List::stream);
    return all.sorted(byKey.thenComparing(SentHit::id)).limit(most).toList();
  }
}
