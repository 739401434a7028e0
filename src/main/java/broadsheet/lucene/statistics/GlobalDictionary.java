package broadsheet.lucene.statistics;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.PrefixedTerms;
import broadsheet.lucene.snapshot.SpelledAlike;
import broadsheet.lucene.snapshot.TermExpansion;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * The term dictionary of an archive in several parts, made of global term statistics that were
 * gathered from them. A lookup that is not among them is noted, and answered as if no article had
 * the term, so that many are gathered at once. Users of the dictionary must check afterwards
 * whether any facts are {@linkplain #missing missing}, gather those, and begin again. Nothing is
 * scored before that. Not thread-safe.
 */
public final class GlobalDictionary implements Dictionary {

  private final Function<StatisticRequest, @Nullable GlobalStatistic> known;
  private final Map<StatisticRequest, GlobalStatistic> used = new HashMap<>();
  private final Set<StatisticRequest> missing = new LinkedHashSet<>();

  /**
   * @param known the fact that answers a lookup; null where it is not known
   */
  public GlobalDictionary(Function<StatisticRequest, @Nullable GlobalStatistic> known) {
    this.known = known;
  }

  /** The lookups that have no known answer. */
  public Set<StatisticRequest> missing() {
    return Set.copyOf(missing);
  }

  /** Whether every lookup has a known answer. */
  public boolean isEnough() {
    return missing.isEmpty();
  }

  /**
   * Goes on only where everything that was looked up is known.
   *
   * @throws MissingStatistics where it is not
   */
  @Override
  public void require() {
    if (!isEnough()) {
      throw new MissingStatistics();
    }
  }

  /** The facts that were looked up and found. */
  public Map<StatisticRequest, GlobalStatistic> used() {
    return Map.copyOf(used);
  }

  /** Looks something up, so that it is found or missing. */
  public @Nullable GlobalStatistic find(StatisticRequest lookup) {
    GlobalStatistic fact = known.apply(lookup);
    if (fact == null) {
      missing.add(lookup);
    } else {
      used.put(lookup, fact);
    }
    return fact;
  }

  /** Looks up what scoring a query needs. */
  public void find(Query query) {
    query.visit(
        new QueryVisitor() {
          @Override
          public void consumeTerms(Query unit, Term... terms) {
            for (Term term : terms) {
              find(new StatisticRequest.Articles(term.field(), BytesRef.deepCopyOf(term.bytes())));
              find(new StatisticRequest.Lengths(term.field()));
            }
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
          }
        });
  }

  private GlobalStatistic.Whole whole() {
    return find(new StatisticRequest.Whole()) instanceof GlobalStatistic.Whole whole
        ? whole
        : new GlobalStatistic.Whole(0, Map.of(), false);
  }

  /** Whether any article has ever had a reprint. */
  public boolean hasFamilies() {
    return whole().hasFamilies();
  }

  @Override
  public long values(String field) {
    return find(new StatisticRequest.Values(field)) instanceof GlobalStatistic.Articles(int count)
        ? count
        : 0;
  }

  @Override
  public int documents() {
    return whole().documents();
  }

  @Override
  public int documents(Term term) {
    BytesRef text = BytesRef.deepCopyOf(term.bytes());
    return find(new StatisticRequest.Articles(term.field(), text))
            instanceof GlobalStatistic.Articles(int count)
        ? count
        : 0;
  }

  @Override
  public ArticleLanguages languages() {
    return new ArticleLanguages(whole().languages());
  }

  @Override
  public @Nullable CollectionStatistics statistics(String field) {
    return find(new StatisticRequest.Lengths(field)) instanceof GlobalStatistic.Lengths all
            && all.texts() > 0
        ? new CollectionStatistics(field, all.texts(), all.texts(), all.words(), all.texts())
        : null;
  }

  @Override
  public List<PrefixedTerms.Counted> beginningWith(String field, String prefix, int most) {
    return counted(new StatisticRequest.Beginning(field, prefix, most));
  }

  @Override
  public List<PrefixedTerms.Counted> accepted(String field, CompiledAutomaton accepted, int most) {
    return counted(new StatisticRequest.Accepted(field, Automata.bytes(accepted), most));
  }

  @Override
  public int sideBySide(String first, String second) {
    return find(new StatisticRequest.SideBySide(first, second))
            instanceof GlobalStatistic.Articles(int count)
        ? count
        : 0;
  }

  @Override
  public int together(String first, String second) {
    return find(new StatisticRequest.Together(first, second))
            instanceof GlobalStatistic.Articles(int count)
        ? count
        : 0;
  }

  @Override
  public int inLanguage(String word, String language) {
    return find(new StatisticRequest.InLanguage(word, language))
            instanceof GlobalStatistic.Articles(int count)
        ? count
        : 0;
  }

  private List<PrefixedTerms.Counted> counted(StatisticRequest.Frequent lookup) {
    return find(lookup)
            instanceof GlobalStatistic.Terms(List<GlobalStatistic.Counted> terms, boolean _)
        ? terms.stream()
            .map(t -> new PrefixedTerms.Counted(t.term().utf8ToString(), t.articles()))
            .toList()
        : List.of();
  }

  @Override
  public TermExpansion expansion(TermExpansion.Wanted wanted, String field, Deadline deadline) {
    BytesRef pattern = Automata.bytes(wanted.automaton());
    return expansion(
        new StatisticRequest.Expansion(field, pattern, wanted.shortest(), wanted.most()));
  }

  @Override
  public TermExpansion alike(SpelledAlike wanted, String field, Deadline deadline) {
    return expansion(new StatisticRequest.Alike(field, wanted));
  }

  private TermExpansion expansion(StatisticRequest.Frequent lookup) {
    return find(lookup)
            instanceof GlobalStatistic.Terms(List<GlobalStatistic.Counted> terms, boolean isCut)
        ? new TermExpansion(
            terms.stream().map(GlobalStatistic.Counted::term).sorted().toList(), isCut)
        : TermExpansion.none();
  }
}
