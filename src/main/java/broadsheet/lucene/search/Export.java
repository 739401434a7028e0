package broadsheet.lucene.search;

import broadsheet.article.Article;
import broadsheet.engine.request.SearchRequest;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.compile.SearchPlan;
import broadsheet.lucene.meaning.Fusion;
import broadsheet.lucene.meaning.MeaningSearch;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.rank.CollectedHits;
import broadsheet.lucene.rank.Folding;
import broadsheet.lucene.rank.Reranking;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.jspecify.annotations.Nullable;

/**
 * Every article one search finds, in its order, from one committed state. Looks for a stretch of
 * hits at a time, each after the last: what it remembers meanwhile is one stretch, and the numbers
 * of the families of reprints it has met. Not shared between threads.
 */
public final class Export {

  /** Few searches for many hits, and still little to remember. */
  private static final int LONGEST_STRETCH = 10_000;

  /** Little to look for, for clients that read slowly or not to the end; then ever more. */
  private static final int FIRST_STRETCH = 500;

  private static final int GROWTH = 4;

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause narrowing;
  private final Turn turn;
  private final Meanings meanings;
  private final Set<Long> met = new HashSet<>();

  /** Behind which hit to go on; null when there are no more. */
  private @Nullable ScoreDoc last;

  /** How many hits are looked for next. */
  private int stretch = FIRST_STRETCH;

  /** Has a piece of work done when it is its turn; the articles are handed over between turns. */
  public interface Turn {
    /** Something to look for. */
    interface Work {
      TopDocs done() throws IOException;
    }

    /** Does it, soon where it is the first. */
    TopDocs take(boolean isFirst, Work work);
  }

  /**
   * @param budget has time without end
   */
  public Export(SearchRequest request, SearchBudget budget, Turn turn, Meanings meanings) {
    this.request = request;
    this.budget = budget;
    this.turn = turn;
    this.meanings = meanings;
    compiler = LanguageCompiler.within(budget);
    narrowing = FilterClause.to(request.filters());
  }

  /**
   * Hands over each article that has all of the query or, where none has, each that has some of it;
   * what the taker throws ends it.
   *
   * @param hurried the time for finding by meaning
   */
  public void to(Consumer<Article> taker, SearchBudget hurried) throws IOException {
    SearchPlan plan = new SearchPlan(request.query(), compiler);
    Fusion fusion =
        new MeaningSearch(request, hurried, compiler, narrowing, meanings).with(plan, plan::some);
    if (!handOver(fusion.whole(), taker) && plan.instead().isPresent()) {
      handOver(plan.some(plan.instead().get()), taker);
    }
  }

  /** Whether there was any. */
  private boolean handOver(Query matching, Consumer<Article> taker) throws IOException {
    Query query = narrowing.of(matching);
    int[] documents = best(query);
    boolean isAny = documents.length > 0;
    handOver(documents, taker);
    while (last != null) {
      handOver(following(last, query), taker);
    }
    return isAny;
  }

  private int[] best(Query query) throws IOException {
    ScoreDoc[] found = after(null, query, Reranking.WINDOW);
    last = last(found, Reranking.WINDOW);
    return documents(ranked(found));
  }

  private int[] following(ScoreDoc hit, Query query) {
    ScoreDoc[] found = after(hit, query, stretch);
    last = last(found, stretch);
    stretch = Math.min(stretch * GROWTH, LONGEST_STRETCH);
    return documents(found);
  }

  /** All that is kept of hits while a client takes its time over them. */
  private static int[] documents(ScoreDoc[] found) {
    return Arrays.stream(found).mapToInt(hit -> hit.doc).toArray();
  }

  private ScoreDoc[] after(@Nullable ScoreDoc last, Query query, int most) {
    Turn.Work work = () -> CollectedHits.after(last, query, request, most, budget.finder());
    return turn.take(last == null, work).scoreDocs;
  }

  /** Where to go on; null when those are all. */
  private static @Nullable ScoreDoc last(ScoreDoc[] found, int most) {
    return found.length < most ? null : found[most - 1];
  }

  private ScoreDoc[] ranked(ScoreDoc[] found) throws IOException {
    return Reranking.of(request, compiler, budget.snapshot()).of(found);
  }

  private void handOver(int[] documents, Consumer<Article> taker) throws IOException {
    StoredFields stored = budget.snapshot().storedFields();
    for (int document : documents) {
      if (isListed(document)) {
        taker.accept(new StoredArticle(stored.document(document)).article());
      }
    }
  }

  /** Of each family the first is, as on the pages of results. */
  private boolean isListed(int document) throws IOException {
    if (!request.isFolding() || !budget.snapshot().hasFamilies()) {
      return true;
    }
    OptionalLong family = Folding.family(budget.snapshot().getIndexReader(), document);
    return family.isEmpty() || met.add(family.getAsLong());
  }
}
