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
 * Exports every article that a search finds, in its order, from one committed state. Hits are
 * fetched in stretches, each after the last hit of the one before: memory holds one stretch, and
 * the family numbers of the reprints met so far. Not thread-safe.
 */
public final class Export {

  /** Large enough for few searches, and small enough to hold in memory. */
  private static final int LONGEST_STRETCH = 10_000;

  /**
   * The first stretch is short, for clients that read slowly or not to the end; the following ones
   * grow.
   */
  private static final int FIRST_STRETCH = 500;

  private static final int GROWTH = 4;

  private final SearchRequest request;
  private final SearchBudget budget;
  private final LanguageCompiler compiler;
  private final FilterClause narrowing;
  private final Turn turn;
  private final Meanings meanings;
  private final Set<Long> met = new HashSet<>();

  /** The hit after which to continue; null at the end. */
  private @Nullable ScoreDoc last;

  /** The size of the next stretch. */
  private int stretch = FIRST_STRETCH;

  /** Runs pieces of work when their turn comes; articles are handed over between turns. */
  public interface Turn {
    /** A search for one stretch. */
    interface Work {
      TopDocs done() throws IOException;
    }

    /** Runs it, promptly if it is the first. */
    TopDocs take(boolean isFirst, Work work);
  }

  /**
   * @param budget without a time limit
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
   * Hands over each full match or, where there is none, each partial match; an exception from the
   * taker ends the export.
   *
   * @param hurried the budget for search by meaning
   */
  public void to(Consumer<Article> taker, SearchBudget hurried) throws IOException {
    SearchPlan plan = new SearchPlan(request.query(), compiler);
    Fusion fusion =
        new MeaningSearch(request, hurried, compiler, narrowing, meanings).with(plan, plan::some);
    if (!handOver(fusion.whole(), taker) && plan.instead().isPresent()) {
      handOver(plan.some(plan.instead().get()), taker);
    }
  }

  /** Hands over the hits of a query and returns whether there were any. */
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

  /** Reduces hits to the part that is kept while a client takes its time. */
  private static int[] documents(ScoreDoc[] found) {
    return Arrays.stream(found).mapToInt(hit -> hit.doc).toArray();
  }

  private ScoreDoc[] after(@Nullable ScoreDoc last, Query query, int most) {
    Turn.Work work = () -> CollectedHits.after(last, query, request, most, budget.finder());
    return turn.take(last == null, work).scoreDocs;
  }

  /** Where to continue; null when these are all. */
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

  /** Whether a hit is the first of its family, which is the one listed, as on result pages. */
  private boolean isListed(int document) throws IOException {
    if (!request.isFolding() || !budget.snapshot().hasFamilies()) {
      return true;
    }
    OptionalLong family = Folding.family(budget.snapshot().getIndexReader(), document);
    return family.isEmpty() || met.add(family.getAsLong());
  }
}
