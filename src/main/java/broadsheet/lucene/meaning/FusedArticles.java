package broadsheet.lucene.meaning;

import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.semantic.KeyedArticles;
import broadsheet.query.tree.PositiveParts;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.util.BytesRef;

/**
 * The semantic side of a hybrid search: the articles near a query in meaning and the bonuses to
 * their scores, all that an index needs to fuse its hits by words with them. Immutable.
 *
 * @param nearest the closest passage of each, nearest first
 * @param unit the score that meaning adds to the nearest article
 * @param words the articles that are found by words
 * @param isAsAsked whether these are the query as typed rather than a relaxed one
 */
public record FusedArticles(
    List<Evidence> nearest, float unit, FusedWords words, boolean isAsAsked) {

  /** The fingerprints of the articles. */
  List<BytesRef> keys() {
    return nearest.stream().map(evidence -> evidence.passage().article()).toList();
  }

  /** The fusion in an index, which may have only some of the articles. */
  public Fusion in(CompiledRequest asked, IndexReader articles) throws IOException {
    return of(asked, KeyedArticles.of(keys(), articles));
  }

  /** The fusion for a client without articles. These are known by their numbers here. */
  public Fusion numbered(CompiledRequest asked) {
    Map<BytesRef, Integer> documents = new HashMap<>();
    keys().forEach(key -> documents.put(key, documents.size()));
    return of(asked, documents);
  }

  private Fusion of(CompiledRequest asked, Map<BytesRef, Integer> documents) {
    Map<Integer, Evidence> near = new HashMap<>();
    for (Evidence evidence : nearest) {
      Integer document = documents.get(evidence.passage().article());
      if (document != null) {
        near.putIfAbsent(document, evidence);
      }
    }
    return Fusion.of(
        words.of(asked.plan()),
        asked.compiler().compileAny(PositiveParts.of(asked.request().query())),
        near,
        unit,
        isAsAsked);
  }
}
