package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/**
 * The hits that the parts of an archive sent for one search, each numbered once, so that the second
 * stage of ranking can run over them. Not thread-safe.
 */
public final class MergedHits implements HitReader {

  /** Fetches the words of articles by id. */
  public interface Texts {
    /** The words of the articles that have any, see {@link ForwardReader#packed}. */
    Map<BytesRef, BytesRef> of(List<BytesRef> ids) throws IOException;
  }

  private final SearchRequest request;
  private final Texts texts;
  private final ForwardReader reader;
  private final List<SentHit> hits = new ArrayList<>();
  private final Map<BytesRef, Integer> numbers = new HashMap<>();

  /**
   * @param reader with the lengths of the whole archive
   */
  public MergedHits(SearchRequest request, Texts texts, ForwardReader reader) {
    this.request = request;
    this.texts = texts;
    this.reader = reader;
  }

  /** The hit with a number. */
  public SentHit sent(ScoreDoc hit) {
    return hits.get(hit.doc);
  }

  /** The first hits of all shards in their order. */
  public ScoreDoc[] first(List<List<SentHit>> shards, int most) {
    return numbered(SentHit.first(shards, request.sort(), most));
  }

  /** Hits with their numbers. */
  public ScoreDoc[] numbered(List<SentHit> sent) {
    return sent.stream().map(this::numbered).toArray(ScoreDoc[]::new);
  }

  private FieldDoc numbered(SentHit hit) {
    Integer known = numbers.putIfAbsent(hit.id(), hits.size());
    if (known == null) {
      hits.add(hit);
    }
    return hit.in(request.sort(), known == null ? hits.size() - 1 : known);
  }

  /**
   * Groups hits.
   *
   * @param sizes the number of hits in each family; empty where hits are not grouped
   */
  public Collapsing folding(Map<Long, Integer> sizes) {
    return new MergedFolding(sizes, this);
  }

  private record MergedFolding(Map<Long, Integer> sizes, MergedHits hits) implements Collapsing {
    @Override
    public long folded() {
      return sizes.values().stream().mapToLong(size -> size - 1).sum();
    }

    @Override
    public OptionalLong family(ScoreDoc hit) {
      return sizes.isEmpty() ? OptionalLong.empty() : hits.sent(hit).family();
    }

    @Override
    public int members(long family) {
      return sizes.getOrDefault(family, 0);
    }
  }

  /** Groups only these hits. */
  public Collapsing folding(ScoreDoc[] among) {
    Map<Long, Integer> members = new HashMap<>();
    for (ScoreDoc hit : among) {
      sent(hit).family().ifPresent(family -> members.merge(family, 1, Integer::sum));
    }
    return folding(members);
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
    List<BytesRef> unsent =
        Arrays.stream(of)
            .mapToObj(hits::get)
            .filter(hit -> hit.words().isEmpty())
            .map(SentHit::id)
            .toList();
    Map<BytesRef, BytesRef> fetched = unsent.isEmpty() ? Map.of() : texts.of(unsent);
    Map<Integer, ForwardReader.Read> read = new HashMap<>();
    for (int number : of) {
      SentHit hit = hits.get(number);
      BytesRef text = hit.words().orElse(fetched.get(hit.id()));
      if (text != null && text.length > 0) {
        read.put(number, reader.read(text));
      }
    }
    return read;
  }
}
