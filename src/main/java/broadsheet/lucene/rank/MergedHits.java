package broadsheet.lucene.rank;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.snapshot.ExpansionTermStats;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
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

  /** The second stage of ranking over these hits. */
  public Reranking reranking(LanguageCompiler compiler, ExpansionTermStats learnable) {
    return Reranking.of(request, compiler, this, learnable);
  }

  /** The hit with a number. */
  public SentHit sent(ScoreDoc hit) {
    return hits.get(hit.doc);
  }

  /** The first hits of all parts in their order. */
  public ScoreDoc[] first(List<List<SentHit>> parts, int most) {
    return SentHit.first(parts, request.sort(), most).stream()
        .map(this::numbered)
        .toArray(ScoreDoc[]::new);
  }

  private FieldDoc numbered(SentHit hit) {
    Integer known = numbers.putIfAbsent(hit.id(), hits.size());
    if (known == null) {
      hits.add(hit);
    }
    return hit.in(request.sort(), known == null ? hits.size() - 1 : known);
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

  /** The number of hits grouped under a listed one. */
  public long under(ScoreDoc hit, Map<Long, Integer> members) {
    OptionalLong family = sent(hit).family();
    return family.isEmpty() ? 0 : members.getOrDefault(family.getAsLong(), 1) - 1L;
  }

  /** The number of these hits in each family. */
  public Map<Long, Integer> members(ScoreDoc[] among) {
    Map<Long, Integer> members = new HashMap<>();
    for (ScoreDoc hit : among) {
      sent(hit).family().ifPresent(family -> members.merge(family, 1, Integer::sum));
    }
    return members;
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
