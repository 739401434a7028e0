package broadsheet.lucene.local;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Hit;
import broadsheet.engine.words.Extent;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.count.HitCounts;
import broadsheet.lucene.explain.ArticleExplanation;
import broadsheet.lucene.explain.Placement;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.meaning.FusedSearch;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.meaning.ReaderCandidates;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.rank.BestHits;
import broadsheet.lucene.rank.Collapsing;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.rank.HitReader;
import broadsheet.lucene.rank.SnapshotCollapsing;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.search.Found;
import broadsheet.lucene.search.Hits;
import broadsheet.lucene.search.PartHits;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** The hits of a request in one state of an index, identified by their document numbers. */
final class ReaderHits implements Hits {

  private final CompiledRequest asked;
  private final PartHits hits;
  private final IndexParts parts;
  private final ReaderSnapshot snapshot;
  private final HitReader reader;

  private ReaderHits(CompiledRequest asked, Fusion fusion, IndexParts parts) {
    this.asked = asked;
    this.parts = parts;
    hits = new PartHits(asked, fusion);
    snapshot = asked.budget().snapshot();
    reader = HitReader.of(snapshot);
  }

  /**
   * The hits of a request.
   *
   * @param hurried the index with the time limit of a search by meaning
   * @param relaxed the articles found by words, beside those found by meaning, where few have all
   *     the words
   */
  static ReaderHits of(
      SearchRequest request, LocalParts index, LocalParts hurried, FusedWords relaxed)
      throws IOException {
    boolean isFolding = index.own().hasFamilies();
    CompiledRequest asked = index.compiled(isFolding ? request : request.unfolded());
    Meanings meanings = index.meanings();
    ReaderCandidates candidates = new ReaderCandidates(asked, hurried.budget(), meanings);
    FusedSearch found = new MeaningSearch(asked, candidates, meanings::asked).with(relaxed);
    return new ReaderHits(asked, found.in(asked, index.own().getIndexReader()), index);
  }

  @Override
  public CompiledRequest asked() {
    return asked;
  }

  @Override
  public Fusion fusion() {
    return hits.fusion();
  }

  @Override
  public HitReader reader() {
    return reader;
  }

  @Override
  public Found find(Tier tier, Wanted wanted) throws IOException {
    BoundedSearcher finder = asked.budget().finder();
    return switch (wanted.extent()) {
      case COUNTED -> counted(tier, wanted, finder);
      case LISTED -> {
        ScoreDoc[] listed = listed(hits.filtered(tier), wanted, finder);
        yield Found.only(listed, !finder.isCut());
      }
      case RANKED -> {
        BestHits best = new BestHits(asked.request(), asked.filters(), finder);
        ScoreDoc[] ranked = best.of(hits.whole(tier), wanted.most(), wanted.reranked());
        yield Found.only(ranked, !finder.isCut());
      }
    };
  }

  private ScoreDoc[] listed(Query query, Wanted wanted, BoundedSearcher finder) throws IOException {
    return CollectedHits.after(
            wanted.after().orElse(null), query, asked.request(), wanted.most(), finder)
        .scoreDocs;
  }

  private Found counted(Tier tier, Wanted wanted, BoundedSearcher finder) throws IOException {
    SearchRequest request = asked.request();
    CollectedHits found =
        CollectedHits.of(
            hits.filtered(tier),
            request,
            wanted.after().orElse(null),
            wanted.most(),
            wanted.reranked(),
            finder);
    Collapsing folding =
        request.isFolding() && found.all().isPresent()
            ? SnapshotCollapsing.of(found.all().get(), snapshot.families())
            : Collapsing.none();
    long whole = asked.whole(tier, found.total(), finder);
    return Found.of(
        found.best().scoreDocs,
        folding,
        found.total(),
        whole,
        found.isComplete() && !finder.isCut(),
        found
            .all()
            .filter(_ -> request.isCounting())
            .map(
                all ->
                    new HitCounts(
                        all,
                        found.isComplete(),
                        hits.whole(tier),
                        request.filters(),
                        asked.budget())));
  }

  @Override
  public Collapsing folding(ScoreDoc[] among) throws IOException {
    return SnapshotCollapsing.among(among, snapshot.families());
  }

  @Override
  public OptionalInt bestOfFamily(Tier tier, ScoreDoc hit) throws IOException {
    long family = Collapsing.family(snapshot.getIndexReader(), hit.doc).orElseThrow();
    Wanted first = new Wanted(Optional.empty(), 1, 0, Extent.LISTED);
    return Arrays.stream(listed(hits.family(tier, family), first, asked.budget().finder()))
        .mapToInt(best -> best.doc)
        .findFirst();
  }

  @Override
  public List<Hit> shown(Tier tier, List<ScoreDoc> page, Collapsing folding) throws IOException {
    Map<Integer, Hit> shown = new HashMap<>();
    hits.show(tier, page, folding::under, (hit, each, _) -> shown.put(hit.doc, each));
    return page.stream().map(hit -> shown.get(hit.doc)).toList();
  }

  @Override
  public boolean matches(String id, Tier tier) throws IOException {
    return new ArticleExplanation(asked, hits.fusion()).matches(id, tier);
  }

  @Override
  public Optional<Explanation> explained(String id, Placement placement) throws IOException {
    return new ArticleExplanation(asked, hits.fusion()).of(id, placement);
  }

  @Override
  public Export.Kept kept(ScoreDoc[] found) {
    return new ExportDocuments(
        Arrays.stream(found).mapToInt(hit -> hit.doc).toArray(),
        asked.request().isFolding(),
        snapshot);
  }

  @Override
  public IndexParts parts() {
    return parts;
  }
}
