package broadsheet.lucene.coordinator;

import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Hit;
import broadsheet.engine.words.Extent;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.count.Counts;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.explain.Placement;
import broadsheet.lucene.meaning.FusedSearch;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.QueryEmbeddings;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.rank.Collapsing;
import broadsheet.lucene.rank.ForwardReader;
import broadsheet.lucene.rank.HitReader;
import broadsheet.lucene.rank.MergedHits;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.rank.ShardHits;
import broadsheet.lucene.search.AskedSearch;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.search.Found;
import broadsheet.lucene.search.Hits;
import broadsheet.lucene.shard.SearchQuestion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** The hits of a request in all shards, merged by the coordinator and numbered as they come in. */
final class CoordinatorHits implements Hits {

  private final ShardedRequest sharded;
  private final CompiledRequest asked;
  private final SearchRequest request;
  private final Fusion fusion;
  private final MergedHits hits;

  /**
   * @param relaxed the articles found by words, beside those found by meaning, where few have all
   *     the words
   */
  CoordinatorHits(AskedSearch search, FusedWords relaxed, ShardedRequest sharded)
      throws IOException {
    this.sharded = sharded;
    SearchRequest whole = search.request();
    asked =
        CompiledRequest.of(
            sharded.facts().hasFamilies() ? whole : whole.unfolded(), sharded.budget());
    FusedSearch found = sharded.fused(() -> byMeaning(search, relaxed));
    fusion = found.numbered(asked, search.remarks());
    request =
        found.articles().isPresent() ? asked.request() : asked.request().in(SearchMode.LEXICAL);
    hits =
        new MergedHits(this.request, this::texts, new ForwardReader(sharded.budget().snapshot()));
  }

  private FusedSearch byMeaning(AskedSearch search, FusedWords relaxed) throws IOException {
    QueryEmbeddings vectors = search.vectors();
    MergedCandidates candidates = new MergedCandidates(asked, vectors.index(), sharded);
    return new MeaningSearch(asked, candidates, _ -> vectors).with(relaxed);
  }

  private Map<BytesRef, BytesRef> texts(List<BytesRef> ids) throws IOException {
    Map<BytesRef, BytesRef> texts = new HashMap<>();
    sharded.ask(new SearchQuestion.OfTexts(ids)).forEach(texts::putAll);
    return texts;
  }

  @Override
  public CompiledRequest asked() {
    return asked;
  }

  @Override
  public Fusion fusion() {
    return fusion;
  }

  @Override
  public HitReader reader() {
    return hits;
  }

  @Override
  public Found find(Tier tier, Wanted wanted) throws IOException {
    boolean isFirst = tier == asked.plan().first();
    sharded.prepare(isFirst ? asked.filters().of(fusion.whole()) : asked.filtered(tier));
    ShardHits.Wanted sent =
        new ShardHits.Wanted(
            wanted.after().map(SentHit::place), wanted.most(), sharded.share(wanted.reranked()));
    if (wanted.extent() == Extent.COUNTED) {
      return counted(tier, sent);
    }
    List<List<SentHit>> shards = sharded.ask(new SearchQuestion.OfHitsOnly(request, tier, sent));
    boolean isComplete = sharded.isWhole() && !sharded.budget().finding().isPast();
    return Found.only(hits.first(shards, wanted.most()), isComplete);
  }

  private Found counted(Tier tier, ShardHits.Wanted wanted) throws IOException {
    int named = request.isCounting() ? PartCounts.NAMED : 0;
    List<SearchQuestion.Found> shards =
        sharded.ask(new SearchQuestion.OfHits(request, tier, wanted, named));
    ShardHits all =
        ShardHits.merged(
            shards.stream().map(SearchQuestion.Found::hits).toList(),
            request.sort(),
            wanted.most());
    List<PartCounts> counts = shards.stream().flatMap(shard -> shard.counts().stream()).toList();
    return Found.of(
        hits.numbered(all.best()),
        hits.folding(all.members()),
        all.total(),
        all.whole(),
        all.isComplete(),
        request.isCounting()
            ? Optional.<Counts>of(new ShardCounts(request, tier, counts, sharded))
            : Optional.empty());
  }

  @Override
  public Collapsing folding(ScoreDoc[] among) {
    return hits.folding(among);
  }

  @Override
  public OptionalInt bestOfFamily(Tier tier, ScoreDoc hit) throws IOException {
    long family = hits.sent(hit).family().orElseThrow();
    ScoreDoc[] first = hits.first(sharded.ask(new SearchQuestion.OfBest(request, tier, family)), 1);
    return Arrays.stream(first).mapToInt(best -> best.doc).findFirst();
  }

  @Override
  public List<Hit> shown(Tier tier, List<ScoreDoc> page, Collapsing folding) throws IOException {
    List<SearchQuestion.Shown> shown = new ArrayList<>();
    for (ScoreDoc hit : page) {
      String id = hits.sent(hit).id().utf8ToString();
      shown.add(new SearchQuestion.Shown(id, hit.score, folding.under(hit)));
    }
    if (shown.isEmpty()) {
      return List.of();
    }
    Map<String, Hit> byId = new HashMap<>();
    for (Map<String, SearchQuestion.Marked> shard :
        sharded.ask(new SearchQuestion.OfPage(request, tier, shown))) {
      shard.forEach((id, marked) -> byId.put(id, marked.hit()));
      sharded.keep(shard.values().stream().map(SearchQuestion.Marked::ref).toList());
    }
    return shown.stream().map(each -> byId.get(each.id())).filter(Objects::nonNull).toList();
  }

  @Override
  public boolean matches(String id, Tier tier) throws IOException {
    return sharded.ask(new SearchQuestion.OfMatch(request, id, tier)).contains(true);
  }

  @Override
  public Optional<Explanation> explained(String id, Placement placement) throws IOException {
    for (Optional<Explanation> shard :
        sharded.ask(new SearchQuestion.OfExplanation(request, id, placement))) {
      if (shard.isPresent()) {
        return Optional.of(new MergedExplanation(asked, fusion, sharded).of(shard.get()));
      }
    }
    return Optional.empty();
  }

  @Override
  public Export.Kept kept(ScoreDoc[] found) {
    return new ExportHits(Arrays.stream(found).map(hits::sent).toList(), sharded);
  }

  @Override
  public IndexParts parts() {
    return sharded;
  }
}
