package broadsheet.lucene.facts;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.proximity.PairedPhrase;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.ArticleLanguages;
import broadsheet.lucene.snapshot.Dictionary;
import broadsheet.lucene.snapshot.PrefixedTerms;
import broadsheet.lucene.snapshot.SpelledAlike;
import broadsheet.lucene.snapshot.TermExpansion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiPhraseQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SynonymQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.Similarity;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * The term dictionary of an archive in several parts, made of facts gathered from them. A lookup
 * that is not among them is noted, and answered as if no article had the term, so that many are
 * gathered at once. Users of the dictionary must check afterwards whether any facts are {@linkplain
 * #missing missing}, gather those, and begin again. Nothing is scored before that. Not thread-safe.
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

  private Fact.Whole whole() {
    return find(new Lookup.Whole()) instanceof Fact.Whole whole
        ? whole
        : new Fact.Whole(0, Map.of(), false);
  }

  /** Whether any article has ever had a reprint. */
  public boolean hasFamilies() {
    return whole().hasFamilies();
  }

  /** Estimates the number of different values in a field. */
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
        ? new CollectionStatistics(field, all.documents(), all.texts(), all.words(), all.postings())
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

  /**
   * Scores units by the statistics of all their terms. Lucene alone counts only terms that the part
   * has.
   */
  @Override
  public Weight weight(Query query, ScoreMode mode, float boost, IndexSearcher part)
      throws IOException {
    return switch (query) {
      case BoostQuery boosted ->
          part.createWeight(boosted.getQuery(), mode, boost * boosted.getBoost());
      case TermQuery one -> weight(query, List.of(one.getTerm()), false, mode, boost, part);
      case SynonymQuery any -> weight(query, any.getTerms(), true, mode, boost, part);
      case PhraseQuery row -> weight(query, List.of(row.getTerms()), false, mode, boost, part);
      case PairedPhrase row when row.isOnePair() ->
          weight(query, List.of(row.phrase().getTerms()), false, mode, boost, part);
      case MultiPhraseQuery rows -> {
        List<Term> terms = new ArrayList<>();
        for (Term[] place : rows.getTermArrays()) {
          terms.addAll(List.of(place));
        }
        yield weight(query, terms, false, mode, boost, part);
      }
      default -> query.createWeight(part, mode, boost);
    };
  }

  private Weight weight(
      Query unit, List<Term> terms, boolean isOne, ScoreMode mode, float boost, IndexSearcher part)
      throws IOException {
    List<TermStatistics> statistics = new ArrayList<>();
    int most = 0;
    for (Term term : terms) {
      find(new Lookup.Lengths(term.field()));
      int articles = documents(term);
      most = Math.max(most, articles);
      if (articles > 0 && !isOne) {
        statistics.add(new TermStatistics(term.bytes(), articles, articles));
      }
    }
    if (isOne && most > 0) {
      statistics.add(new TermStatistics(new BytesRef("any"), most, most));
    }
    require();
    IndexSearcher prescribed =
        new IndexSearcher(part.getTopReaderContext()) {
          @Override
          public @Nullable CollectionStatistics collectionStatistics(String field)
              throws IOException {
            return KnownFacts.this.statistics(field);
          }
        };
    prescribed.setSimilarity(new Prescribed(statistics.toArray(TermStatistics[]::new)));
    return unit.createWeight(prescribed, mode, boost);
  }

  /** The usual similarity, with given statistics of the terms. */
  private static final class Prescribed extends Similarity {

    private final TermStatistics[] terms;

    Prescribed(TermStatistics[] terms) {
      this.terms = terms;
    }

    @Override
    public long computeNorm(FieldInvertState state) {
      throw new UnsupportedOperationException("nothing is indexed by it");
    }

    @Override
    public SimScorer scorer(
        float boost, CollectionStatistics archive, TermStatistics... ofThePart) {
      return IndexSchema.similarity().scorer(boost, archive, terms);
    }
  }
}
