package broadsheet.lucene.facts;

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
public final class KnownFacts implements Dictionary {

  private final Function<Lookup, @Nullable Fact> known;
  private final Map<Lookup, Fact> used = new HashMap<>();
  private final Set<Lookup> missing = new LinkedHashSet<>();

  /**
   * @param known the fact that answers a lookup; null where it is not known
   */
  public KnownFacts(Function<Lookup, @Nullable Fact> known) {
    this.known = known;
  }

  /** The lookups that have no known answer. */
  public Set<Lookup> missing() {
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
  public Map<Lookup, Fact> used() {
    return Map.copyOf(used);
  }

  /** Looks something up, so that it is found or missing. */
  public @Nullable Fact find(Lookup lookup) {
    Fact fact = known.apply(lookup);
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
              find(new Lookup.Articles(term.field(), BytesRef.deepCopyOf(term.bytes())));
              find(new Lookup.Lengths(term.field()));
            }
          }

          @Override
          public QueryVisitor getSubVisitor(Occur occur, Query parent) {
            return this;
          }
        });
  }

  private Fact.Whole whole() {
    return find(new Lookup.Whole()) instanceof Fact.Whole whole
        ? whole
        : new Fact.Whole(0, Map.of(), false);
  }

  /** Whether any article has ever had a reprint. */
  public boolean hasFamilies() {
    return whole().hasFamilies();
  }

  @Override
  public long values(String field) {
    return find(new Lookup.Values(field)) instanceof Fact.Articles(int count) ? count : 0;
  }

  @Override
  public int documents() {
    return whole().documents();
  }

  @Override
  public int documents(Term term) {
    BytesRef text = BytesRef.deepCopyOf(term.bytes());
    return find(new Lookup.Articles(term.field(), text)) instanceof Fact.Articles(int count)
        ? count
        : 0;
  }

  @Override
  public ArticleLanguages languages() {
    return new ArticleLanguages(whole().languages());
  }

  @Override
  public @Nullable CollectionStatistics statistics(String field) {
    return find(new Lookup.Lengths(field)) instanceof Fact.Lengths all && all.texts() > 0
        ? new CollectionStatistics(field, all.texts(), all.texts(), all.words(), all.texts())
        : null;
  }

  @Override
  public List<PrefixedTerms.Counted> beginningWith(String field, String prefix, int most) {
    return counted(new Lookup.Beginning(field, prefix, most));
  }

  @Override
  public List<PrefixedTerms.Counted> accepted(String field, CompiledAutomaton accepted, int most) {
    return counted(new Lookup.Accepted(field, Automata.bytes(accepted), most));
  }

  @Override
  public int sideBySide(String first, String second) {
    return find(new Lookup.SideBySide(first, second)) instanceof Fact.Articles(int count)
        ? count
        : 0;
  }

  @Override
  public int together(String first, String second) {
    return find(new Lookup.Together(first, second)) instanceof Fact.Articles(int count) ? count : 0;
  }

  @Override
  public int inLanguage(String word, String language) {
    return find(new Lookup.InLanguage(word, language)) instanceof Fact.Articles(int count)
        ? count
        : 0;
  }

  private List<PrefixedTerms.Counted> counted(Lookup.Frequent lookup) {
    return find(lookup) instanceof Fact.Terms(List<Fact.Counted> terms, boolean _)
        ? terms.stream()
            .map(t -> new PrefixedTerms.Counted(t.term().utf8ToString(), t.articles()))
            .toList()
        : List.of();
  }

  @Override
  public TermExpansion expansion(TermExpansion.Wanted wanted, String field, Deadline deadline) {
    BytesRef pattern = Automata.bytes(wanted.automaton());
    return expansion(new Lookup.Expansion(field, pattern, wanted.shortest(), wanted.most()));
  }

  @Override
  public TermExpansion alike(SpelledAlike wanted, String field, Deadline deadline) {
    return expansion(new Lookup.Alike(field, wanted));
  }

  private TermExpansion expansion(Lookup.Frequent lookup) {
    return find(lookup) instanceof Fact.Terms(List<Fact.Counted> terms, boolean isCut)
        ? new TermExpansion(terms.stream().map(Fact.Counted::term).sorted().toList(), isCut)
        : TermExpansion.none();
  }
}
