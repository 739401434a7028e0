package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.snapshot.ExpansionTermStats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The hits that the shards sent for one search, each numbered once, so that the second stage of
 * ranking can run over them. Not thread-safe.
 */
public final class MergedHits implements HitReader {

  /** Fetches the words of an article from its shard; null where it has none. */
  public interface Texts {
    ForwardReader.@Nullable Read of(SentHit hit) throws IOException;
  }

  private final SearchRequest request;
  private final Texts texts;
  private final List<SentHit> hits = new ArrayList<>();
  private final Map<BytesRef, Integer> numbers = new HashMap<>();

  public MergedHits(SearchRequest request, Texts texts) {
    this.request = request;
    this.texts = texts;
  }

  /** The second stage of ranking over these hits. */
  public Reranking reranking(LanguageCompiler compiler, ExpansionTermStats learnable) {
    return Reranking.of(request, compiler, this, learnable);
  }

  /** The hit with a number. */
  public SentHit sent(ScoreDoc hit) {
    return hits.get(hit.doc);
  }

  /** The first hits of all shards in their order. */
  public ScoreDoc[] first(List<List<SentHit>> shards, int most) {
    return SentHit.first(shards, request.sort(), most).stream()
        .map(this::numbered)
        .toArray(ScoreDoc[]::new);
  }

  private FieldDoc numbered(SentHit hit) {
    Integer known = numbers.putIfAbsent(hit.id(), hits.size());
    if (known == null) {
      hits.add(hit);
    }
    float score = hit.key() instanceof Float own ? own : 0;
    return new FieldDoc(
        known == null ? hits.size() - 1 : known, score, new Object[] {hit.key(), hit.id()});
  }

  /** The first hits that are listed, in their order; see {@link Folding#listed}. */
  public List<ScoreDoc> listed(ScoreDoc[] ranked, int most, Map<Long, Integer> members) {
    List<ScoreDoc> listed = new ArrayList<>();
    Set<Long> met = new HashSet<>();
    for (ScoreDoc hit : ranked) {
      OptionalLong family = members.isEmpty() ? OptionalLong.empty() : sent(hit).family();
      if (listed.size() < most && (family.isEmpty() || met.add(family.getAsLong()))) {
        listed.add(hit);
      }
    }
    return listed;
  }

  /** How many hits are grouped under a listed one. */
  public long under(ScoreDoc hit, Map<Long, Integer> members) {
    OptionalLong family = sent(hit).family();
    return family.isEmpty() ? 0 : members.getOrDefault(family.getAsLong(), 1) - 1L;
  }

  /** How many hits each family has among these. */
  public Map<Long, Integer> members(ScoreDoc[] among) {
    Map<Long, Integer> members = new HashMap<>();
    for (ScoreDoc hit : among) {
      sent(hit).family().ifPresent(family -> members.merge(family, 1, Integer::sum));
    }
    return members;
  }

  /** The same hits by other numbers. */
  public HitReader numbered(IntUnaryOperator own) {
    return new HitReader() {
      @Override
      public Map<Integer, BytesRef> ids(List<ScoreDoc> of) {
        throw new UnsupportedOperationException("they are ranked already");
      }

      @Override
      public OptionalLong family(int hit) {
        return MergedHits.this.family(own.applyAsInt(hit));
      }

      @Override
      public Map<Integer, ForwardReader.Read> texts(int... of) {
        throw new UnsupportedOperationException("they are ranked already");
      }
    };
  }

  @Override
  public Map<Integer, BytesRef> ids(List<ScoreDoc> of) {
    Map<Integer, BytesRef> ids = new HashMap<>();
    of.forEach(hit -> ids.put(hit.doc, sent(hit).id()));
    return ids;
  }

  @Override
  public OptionalLong family(int hit) {
    return hits.get(hit).family();
  }

  @Override
  public Map<Integer, ForwardReader.Read> texts(int... of) throws IOException {
    Map<Integer, ForwardReader.Read> read = new HashMap<>();
    for (int hit : of) {
      ForwardReader.Read text = texts.of(hits.get(hit));
      if (text != null) {
        read.put(hit, text);
      }
    }
    return read;
  }
}
