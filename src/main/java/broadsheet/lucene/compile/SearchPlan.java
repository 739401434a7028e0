package broadsheet.lucene.compile;

import broadsheet.query.QueryNode;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * What a query finds, in two tiers: articles that have all of it and, where these are few, articles
 * that have some of its words. Decided here alone, for pages, exports, rankings and explanations.
 * Not shared between threads.
 */
public final class SearchPlan {

  /** Fewer articles that have all of it are followed by others. */
  public static final int FEW = 10;

  /** So many others at the most. */
  public static final int MOST_FOLLOWING = 100;

  /** What the words of an article must carry of a short query's rarity. */
  private static final double SHARE = 0.2;

  /** A query of so many words is short. */
  private static final int SHORT = 5;

  private final QueryNode root;
  private final LanguageCompiler compiler;
  private final Query full;

  public SearchPlan(QueryNode root, LanguageCompiler compiler) {
    this.root = root;
    this.compiler = compiler;
    full = compiler.compile(root);
  }

  private boolean isSearchable(Relaxation relaxation) {
    return relaxation.optional().stream().anyMatch(unit -> compiler.part(unit).isPresent());
  }

  /** Finds the articles that have all of it. */
  public Query full() {
    return full;
  }

  /** What is optional where no article has all of it; empty where all of it is wanted. */
  public Optional<Relaxation> instead() {
    return Relaxation.of(root).filter(this::isSearchable);
  }

  /** What is optional in articles that follow those that have all of it: only words are. */
  public Optional<Relaxation> following() {
    return Relaxation.ofWords(root).filter(this::isSearchable);
  }

  /**
   * Finds the articles that have enough of the words, with all of them or not.
   *
   * @param parts of this plan
   */
  public Query some(Relaxation parts) {
    return compiler.some(parts, share(parts.pieces().size()));
  }

  /** The same of those that have not all of it. */
  public Query notFull(Relaxation parts) {
    return withoutFull(some(parts));
  }

  /** Finds the articles that have any of its words, but not all of it. */
  public Optional<Query> any() {
    return instead().map(parts -> withoutFull(any(parts)));
  }

  /**
   * Finds the articles that have any of the words, however few, with all of them or not.
   *
   * @param parts of this plan
   */
  public Query any(Relaxation parts) {
    return compiler.some(parts, 0);
  }

  /**
   * The longer a text, the less of it an article that is like it has: of a text four times as long
   * as a short query twice as many words.
   */
  private static double share(int words) {
    return SHARE * Math.sqrt(Math.min(1.0, (double) SHORT / words));
  }

  private Query withoutFull(Query query) {
    return new BooleanQuery.Builder().add(query, Occur.MUST).add(full, Occur.MUST_NOT).build();
  }
}
