package broadsheet.lucene.search;

import broadsheet.engine.ClauseCount;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * Finds out why no article has all that was asked for, and which have most. Each step has a share
 * of the time; what it has not found out by then is left open. Not shared between threads.
 */
final class ShortfallSearch {

  /** Of so many parts each is counted alone when nothing has them all. */
  private static final int MAX_CLAUSES = 20;

  private static final double COUNTING = 0.3;
  private static final double SPELLING = 0.3;
  private static final double RELAXING = 0.5;

  private final QueryNode root;
  private final LanguageCompiler compiler;
  private final Narrowing narrowing;
  private final Allowance allowance;
  private final List<String> notes = new ArrayList<>();

  ShortfallSearch(
      QueryNode root, LanguageCompiler compiler, Narrowing narrowing, Allowance allowance) {
    this.root = root;
    this.compiler = compiler;
    this.narrowing = narrowing;
    this.allowance = allowance;
  }

  /**
   * What is to be said.
   *
   * @param strict the query that found nothing
   */
  Shortfall of(Query strict) throws IOException {
    BoundedSearcher counter = allowance.finder(COUNTING);
    List<ClauseCount> clauses = clauses(counter);
    noteFilters(strict, counter);
    List<String> spellings =
        DidYouMean.of(allowance.snapshot(), root, narrowing, allowance.finding().part(SPELLING));
    return new Shortfall(notes, clauses, spellings, relaxed());
  }

  /** Each part of the query alone, without the filters; the first parts, where there are many. */
  private List<ClauseCount> clauses(BoundedSearcher counter) throws IOException {
    List<ClauseCount> counts = new ArrayList<>();
    for (QueryNode part : Clauses.of(root, MAX_CLAUSES)) {
      Optional<Query> alone = compiler.part(part);
      long count = alone.isPresent() ? counter.count(alone.get()) : 0;
      if (counter.isCut()) {
        notes.add("There was no time to count what each part of the query finds alone.");
        return counts;
      }
      alone.ifPresent(_ -> counts.add(new ClauseCount(part, count)));
    }
    return counts;
  }

  private void noteFilters(Query strict, BoundedSearcher counter) throws IOException {
    int unfiltered = narrowing.isThere() ? counter.count(strict) : 0;
    if (unfiltered > 0) {
      notes.add(
          "Without the filters %s%s %s."
              .formatted(
                  counter.isCut() ? "at least " : "",
                  unfiltered,
                  unfiltered == 1 ? "article matches" : "articles match"));
    }
  }

  /** The query for those articles that have most of its parts; empty when none has any. */
  Optional<Shortfall.Relaxed> relaxed() throws IOException {
    Optional<Relaxation> relaxation =
        Relaxation.of(root).flatMap(r -> r.only(part -> compiler.part(part).isPresent()));
    if (relaxation.isEmpty()) {
      return Optional.empty();
    }
    int all = relaxation.get().relaxable().size();
    BoundedSearcher finder = allowance.finder(RELAXING);
    int most = most(relaxation.get(), all, finder);
    if (most == 0) {
      return Optional.empty();
    }
    String note =
        "No article has all %s; these have %s of them%s."
            .formatted(all, most, finder.isCut() ? " or more" : "");
    Query query = compiler.compileRelaxed(relaxation.get(), most);
    return Optional.of(new Shortfall.Relaxed(query, note));
  }

  /**
   * The most parts any one article has, by halving the range: who has k has k - 1 as well. Where
   * the time is up before that is known, as many as one is known to have, at least 1.
   */
  private int most(Relaxation relaxation, int all, BoundedSearcher finder) throws IOException {
    int has = 0;
    int hasNot = all;
    while (hasNot - has > 1) {
      int middle = (has + hasNot) >>> 1;
      Query query = narrowing.of(compiler.compileRelaxed(relaxation, middle));
      boolean isFound = finder.count(query) > 0;
      if (!isFound && finder.isCut()) {
        return Math.max(1, has);
      }
      has = isFound ? middle : has;
      hasNot = isFound ? hasNot : middle;
    }
    return has;
  }
}
