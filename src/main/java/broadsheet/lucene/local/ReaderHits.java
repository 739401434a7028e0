package broadsheet.lucene.local;

import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.CompiledRequest;
import broadsheet.lucene.compile.Tier;
import broadsheet.lucene.count.HitCounts;
import broadsheet.lucene.explain.ArticleExplanation;
import broadsheet.lucene.explain.Placement;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.mark.HitMaker;
import broadsheet.lucene.meaning.FusedSearch;
import broadsheet.lucene.meaning.FusedWords;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.meaning.ReaderCandidates;
import broadsheet.lucene.rank.BestHits;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.rank.HitReader;
import broadsheet.lucene.rank.NumberedFolding;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.search.Export;
import broadsheet.lucene.search.Found;
import broadsheet.lucene.search.Hits;
import broadsheet.lucene.semantic.NearPassage;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.suggest.DateInstead;
import broadsheet.lucene.suggest.PlacesWanted;
import broadsheet.lucene.suggest.PrintedPlace;
import broadsheet.lucene.suggest.PrintedPlaces;
import broadsheet.lucene.suggest.QueryCounts;
import broadsheet.lucene.suggest.Shortfall;
import broadsheet.lucene.suggest.ShortfallSearch;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** The hits of a request in one state of an index, identified by their document numbers. */
public final class ReaderHits implements Hits {

  private final CompiledRequest asked;
  private final Fusion fusion;
  private final ReaderSnapshot snapshot;
  private final HitReader reader;

  private ReaderHits(CompiledRequest asked, Fusion fusion) {
    this.asked = asked;
    this.fusion = fusion;
    snapshot = asked.budget().snapshot();
    reader = HitReader.of(snapshot);
  }

  /** The hits of a request. */
  public static ReaderHits of(SearchRequest request, SearchBudget budget, Meanings meanings)
      throws IOException {
    return of(request, budget, budget, meanings);
  }

  /**
   * The hits of a request for an export.
   *
   * @param budget a budget without a time limit
   * @param hurried the budget for search by meaning
   */
  public static ReaderHits of(
      SearchRequest request, SearchBudget budget, SearchBudget hurried, Meanings meanings)
      throws IOException {
    return of(compiled(request, budget), hurried, meanings, FusedWords.SOME);
  }

  /** The hits of a request to a great depth: partial matches need only one of the words. */
  public static ReaderHits deep(SearchRequest request, SearchBudget budget, Meanings meanings)
      throws IOException {
    return of(compiled(request, budget), budget, meanings, FusedWords.ANY);
  }

  private static ReaderHits of(
      CompiledRequest asked, SearchBudget hurried, Meanings meanings, FusedWords relaxed)
      throws IOException {
    ReaderCandidates candidates = new ReaderCandidates(asked, hurried, meanings);
    FusedSearch found = new MeaningSearch(asked, candidates, meanings::asked).with(relaxed);
    return new ReaderHits(asked, found.in(asked, asked.budget().snapshot().getIndexReader()));
  }

  /** The hits of a request, with articles near in meaning that are known. */
  public static ReaderHits fused(CompiledRequest asked, Fusion fusion) {
    return new ReaderHits(asked, fusion);
  }

  private static CompiledRequest compiled(SearchRequest request, SearchBudget budget) {
    boolean isFolding = budget.snapshot().hasFamilies();
    return CompiledRequest.of(isFolding ? request : request.unfolded(), budget);
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
    return reader;
  }

  /** The query of a tier by words, for the marks. */
  private Query words(Tier tier) {
    return tier == asked.plan().first() ? fusion.words() : asked.plan().query(tier);
  }

  /** The query of a tier by words and meaning. */
  private Query whole(Tier tier) {
    return tier == asked.plan().first() ? fusion.whole() : asked.plan().query(tier);
  }

  private Query filtered(Tier tier) {
    return asked.filters().of(whole(tier));
  }

  @Override
  public Found find(Tier tier, Wanted wanted) throws IOException {
    BoundedSearcher finder = asked.budget().finder();
    return switch (wanted.extent()) {
      case COUNTED -> counted(tier, wanted, finder);
      case LISTED -> {
        ScoreDoc[] hits = listed(filtered(tier), wanted, finder);
        yield Found.only(hits, !finder.isCut());
      }
      case RANKED -> {
        BestHits best = new BestHits(asked.request(), asked.filters(), finder);
        ScoreDoc[] hits = best.of(whole(tier), wanted.most(), wanted.reranked());
        yield Found.only(hits, !finder.isCut());
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
            filtered(tier),
            request,
            wanted.after().orElse(null),
            wanted.most(),
            wanted.reranked(),
            finder);
    Folding folding =
        request.isFolding() && found.all().isPresent()
            ? NumberedFolding.of(found.all().get(), snapshot.families())
            : Folding.none();
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
                        all, found.isComplete(), whole(tier), request.filters(), asked.budget())));
  }

  @Override
  public Folding folding(ScoreDoc[] among) throws IOException {
    return NumberedFolding.among(among, snapshot.families());
  }

  @Override
  public OptionalInt bestOfFamily(Tier tier, ScoreDoc hit) throws IOException {
    long family = Folding.family(snapshot.getIndexReader(), hit.doc).orElseThrow();
    Query members =
        new BooleanQuery.Builder()
            .add(filtered(tier), Occur.MUST)
            .add(NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family), Occur.FILTER)
            .build();
    Wanted first = new Wanted(Optional.empty(), 1, 0, Extent.LISTED);
    return Arrays.stream(listed(members, first, asked.budget().finder()))
        .mapToInt(best -> best.doc)
        .findFirst();
  }

  @Override
  public List<Hit> shown(Tier tier, List<ScoreDoc> hits, Folding folding) throws IOException {
    if (hits.isEmpty()) {
      return List.of();
    }
    HitMaker maker = HitMaker.of(asked, tier, words(tier));
    Map<Integer, NearPassage> near =
        tier == asked.plan().first() ? fusion.byMeaning(hits, asked.budget().finder()) : Map.of();
    Map<Integer, Hit> shown = new HashMap<>();
    for (ScoreDoc hit : HitMaker.ascending(hits)) {
      StoredArticle article = maker.article(hit);
      Hit plain = maker.hit(hit, folding.under(hit), article);
      NearPassage closest = near.get(hit.doc);
      shown.put(hit.doc, closest == null ? plain : maker.byMeaning(plain, article, closest));
    }
    return hits.stream().map(hit -> shown.get(hit.doc)).toList();
  }

  @Override
  public boolean matches(String id, Tier tier) throws IOException {
    return new ArticleExplanation(asked, fusion).matches(id, tier);
  }

  @Override
  public Optional<Explanation> explained(String id, Placement placement) throws IOException {
    return new ArticleExplanation(asked, fusion).of(id, placement);
  }

  @Override
  public Export.Kept kept(ScoreDoc[] hits) {
    return new KeptDocuments(
        Arrays.stream(hits).mapToInt(hit -> hit.doc).toArray(),
        asked.request().isFolding(),
        snapshot);
  }

  @Override
  public Shortfall shortfall() throws IOException {
    return new ShortfallSearch(asked).shortfall();
  }

  @Override
  public List<Long> counts(List<QueryNode> queries) throws IOException {
    return QueryCounts.of(queries, asked);
  }

  @Override
  public List<PrintedPlace> places(PlacesWanted wanted) throws IOException {
    return PrintedPlaces.places(wanted, List.of(PrintedPlaces.of(wanted, snapshot)));
  }

  @Override
  public List<String> dateInstead() throws IOException {
    return DateInstead.of(asked);
  }

  @Override
  public boolean isWhole() {
    return true;
  }

  @Override
  public List<Note> notes() {
    return List.of();
  }
}
