package broadsheet.lucene.rank;

import broadsheet.engine.request.SortOrder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * A hit as a shard sends it.
 *
 * @param shard the number of the shard that has it
 * @param key its score or, in an order by date, its time
 * @param family of its reprints; empty when it has none
 */
public record SentHit(int shard, BytesRef id, Object key, OptionalLong family) {

  /** The hits of one shard. */
  public static List<SentHit> of(int shard, ScoreDoc[] hits, IndexReader reader)
      throws IOException {
    List<SentHit> sent = new ArrayList<>();
    for (ScoreDoc hit : hits) {
      FieldDoc field = (FieldDoc) hit;
      sent.add(
          new SentHit(
              shard,
              BytesRef.deepCopyOf((BytesRef) field.fields[1]),
              field.fields[0],
              Folding.family(reader, hit.doc)));
    }
    return sent;
  }

  /** The first of the hits of all shards. */
  public static List<SentHit> first(List<List<SentHit>> shards, SortOrder order, int most) {
    Comparator<SentHit> byKey =
        switch (order) {
          case RELEVANCE -> Comparator.comparing((SentHit hit) -> (Float) hit.key).reversed();
          case NEWEST -> Comparator.comparing((SentHit hit) -> (Long) hit.key).reversed();
          case OLDEST -> Comparator.comparing((SentHit hit) -> (Long) hit.key);
        };
    Stream<SentHit> all = shards.stream().flatMap(List::stream);
    return all.sorted(byKey.thenComparing(SentHit::id)).limit(most).toList();
  }
}
