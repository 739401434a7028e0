package broadsheet.lucene.search;

import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.rank.BestHits;
import broadsheet.lucene.rank.IdOrder;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.BytesRef;

/** The order of a search's best hits to a great depth, and nothing else. Not thread-safe. */
public final class DeepRanking {

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause narrowing;
  private final MeaningSearch meaning;

  /**
   * @param request by relevance and ungrouped; page and size are ignored
   */
  public DeepRanking(SearchRequest request, SearchBudget budget, Meanings meanings) {
    this.request = request;
    this.budget = budget;
    compiler = LanguageCompiler.within(budget);
    narrowing = FilterClause.to(request.filters());
    meaning = new MeaningSearch(request, budget, compiler, narrowing, meanings);
  }

  /**
   * The ids of the best hits; where there are fewer full matches, followed by those that match any
   * of the words.
   */
  public List<String> ids(int depth) throws IOException {
    SearchPlan plan = new SearchPlan(request.query(), compiler);
    Fusion fusion = meaning.with(plan, plan::any);
    List<ScoreDoc> hits = new ArrayList<>(ranked(fusion.whole(), depth, Set.of()));
    if (hits.size() < depth && fusion.near().isEmpty() && plan.instead().isPresent()) {
      Set<Integer> matched = new HashSet<>();
      hits.forEach(hit -> matched.add(hit.doc));
      hits.addAll(ranked(plan.any(plan.instead().get()), depth - hits.size(), matched));
    }
    Map<Integer, BytesRef> ids = new IdOrder(budget.snapshot().getIndexReader()).ids(hits);
    return hits.stream()
        .map(hit -> ids.getOrDefault(hit.doc, new BytesRef()).utf8ToString())
        .toList();
  }

  /**
   * The best hits in their order.
   *
   * @param without the numbers of hits that are left out: cheaper than excluding them in the query
   */
  private List<ScoreDoc> ranked(Query matching, int depth, Set<Integer> without)
      throws IOException {
    Reranking reranking = Reranking.of(request, compiler, budget.snapshot());
    int most = Math.max(depth, reranking.window()) + without.size();
    BestHits best = new BestHits(request, narrowing, budget.finder());
    ScoreDoc[] others =
        Arrays.stream(best.of(matching, most, reranking.window()))
            .filter(hit -> !without.contains(hit.doc))
            .toArray(ScoreDoc[]::new);
    ScoreDoc[] ranked = reranking.of(others);
    return Arrays.asList(ranked).subList(0, Math.min(depth, ranked.length));
  }
}
