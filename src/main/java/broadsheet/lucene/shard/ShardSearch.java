package broadsheet.lucene.shard;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.Hit;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.count.HashedCounts;
import broadsheet.lucene.count.PartCounts;
import broadsheet.lucene.explain.PartExplanation;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.mark.ArticleRefs;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.mark.HitMaker;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.mark.MissingUnits;
import broadsheet.lucene.rank.PartHits;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.lucene.suggest.DateInstead;
import broadsheet.lucene.suggest.Shortfall;
import broadsheet.lucene.suggest.ShortfallSearch;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;

/** One search on one shard. Not thread-safe. */
final class ShardSearch {

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause narrowing;
  private final SearchPlan plan;

  /**
   * @param budget over the shard, with the dictionary of the whole archive
   */
  ShardSearch(SearchRequest request, SearchBudget budget) {
    this.request = request;
    this.budget = budget;
    compiler = LanguageCompiler.within(budget);
    narrowing = FilterClause.to(request.filters());
    plan = new SearchPlan(request.query(), compiler);
  }

  private Query query(Part part) {
    return narrowing.of(part.query(plan));
  }

  SearchQuestion.Found hits(Part part, PartHits.Wanted wanted, int named) throws IOException {
    Query query = query(part);
    PartHits found = PartHits.of(query, request, wanted, budget.finder());
    if (found.isComplete() && named > 0) {
      found.all().ifPresent(all -> budget.snapshot().recent().keep(query, all));
    }
    Optional<PartCounts> counts =
        named > 0
            ? Optional.of(
                PartCounts.of(
                    new PartCounts.Hits(found.all().orElseThrow(), found.isComplete()),
                    part.query(plan),
                    request.filters(),
                    named,
                    budget))
            : Optional.empty();
    return new SearchQuestion.Found(
        found.best(), found.members(), found.total(), found.isComplete(), counts);
  }

  List<SentHit> only(Part part, PartHits.Wanted wanted) throws IOException {
    return PartHits.only(query(part), request, wanted, budget.finder());
  }

  List<SentHit> best(Part part, long family) throws IOException {
    Query members =
        new BooleanQuery.Builder()
            .add(query(part), Occur.MUST)
            .add(NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family), Occur.FILTER)
            .build();
    PartHits.Wanted first = new PartHits.Wanted(Optional.empty(), 1, 0);
    return PartHits.only(members, request, first, budget.finder());
  }

  Map<FacetField, HashedCounts> hashes(Part part, Map<FacetField, Integer> least)
      throws IOException {
    return PartCounts.hashed(all(part), part.query(plan), request.filters(), least, budget);
  }

  Map<FacetField, List<FacetCount>> values(Part part, PartCounts.Wanted values) throws IOException {
    return PartCounts.of(all(part), part.query(plan), request.filters(), values, budget);
  }

  private HitSet all(Part part) throws IOException {
    return budget.snapshot().recent().of(query(part), budget.finder());
  }

  /** The hits that this shard has, with the matches of a part of the query. */
  Map<String, SearchQuestion.Marked> page(
      Part part, List<SearchQuestion.Shown> shown, boolean isLacking) throws IOException {
    HitMaker maker =
        new HitMaker(
            budget.snapshot(), MatchMarker.within(budget, part.query(plan)), budget.whole());
    Map<String, SearchQuestion.Marked> hits = new LinkedHashMap<>();
    for (SearchQuestion.Shown each : shown) {
      OptionalInt document = ArticleSearch.document(each.id(), budget.snapshot());
      if (document.isPresent()) {
        ScoreDoc found = new ScoreDoc(document.getAsInt(), each.score());
        StoredArticle article = maker.article(found);
        Hit hit = maker.hit(found, each.similar(), article);
        hits.put(
            each.id(),
            new SearchQuestion.Marked(
                isLacking ? hit.lacking(missing(part, found.doc)) : hit,
                ArticleRefs.of(each.id(), article)));
      }
    }
    return hits;
  }

  private List<String> missing(Part part, int document) throws IOException {
    return new MissingUnits(part.units(plan).orElseThrow(), compiler, budget.inspector())
        .in(document);
  }

  /** Explains an article, given the rankings of all shards. */
  SearchQuestion.Explained explanation(String id, Map<Part, PartExplanation.WholeRanking> rankings)
      throws IOException {
    try {
      Optional<Explanation> explanation =
          PartExplanation.of(id, request, budget, query -> ranking(part(query), rankings));
      return new SearchQuestion.Explained(explanation, Optional.empty());
    } catch (RankingNeeded e) {
      return new SearchQuestion.Explained(Optional.empty(), Optional.of(e.part));
    }
  }

  private static PartExplanation.WholeRanking ranking(
      Part part, Map<Part, PartExplanation.WholeRanking> known) {
    PartExplanation.WholeRanking ranking = known.get(part);
    if (ranking == null) {
      throw new RankingNeeded(part);
    }
    return ranking;
  }

  /** Ends an explanation that needs a ranking which was not sent. */
  private static final class RankingNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final Part part;

    RankingNeeded(Part part) {
      super("the ranking of " + part, null, false, false);
      this.part = part;
    }
  }

  /** The part that a query is of. */
  private Part part(Query asked) {
    return Arrays.stream(Part.values())
        .filter(part -> part == Part.FULL || part.units(plan).isPresent())
        .filter(part -> query(part).equals(asked))
        .findFirst()
        .orElseThrow();
  }

  Shortfall shortfall() throws IOException {
    return new ShortfallSearch(request.query(), compiler, narrowing, budget).of(plan.full());
  }

  List<String> dateInstead() throws IOException {
    return DateInstead.of(request.query(), narrowing, budget);
  }
}
