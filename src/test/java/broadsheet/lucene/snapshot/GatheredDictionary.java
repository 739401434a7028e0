package broadsheet.lucene.snapshot;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
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
 * The dictionary of an archive in several parts, gathered from theirs: every number is added up.
 * Thread-safe.
 */
public final class GatheredDictionary implements Dictionary {

  private static final Comparator<PrefixedTerms.Counted> MOST_FREQUENT =
      Comparator.comparingInt(PrefixedTerms.Counted::articles)
          .reversed()
          .thenComparing(PrefixedTerms.Counted::text);

  private final List<Dictionary> parts;

  private GatheredDictionary(List<Dictionary> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The dictionary of an archive whose parts these are. */
  public static GatheredDictionary of(Collection<DirectoryReader> parts) {
    return new GatheredDictionary(parts.stream().<Dictionary>map(ReaderDictionary::new).toList());
  }

  /** A part of the archive, to search it as such. */
  public ReaderSnapshot part(DirectoryReader reader, IndexFormat format) throws IOException {
    return new ReaderSnapshot(reader, format, this);
  }

  @Override
  public int documents() {
    return parts.stream().mapToInt(Dictionary::documents).sum();
  }

  @Override
  public int documents(Term term) throws IOException {
    int sum = 0;
    for (Dictionary part : parts) {
      sum += part.documents(term);
    }
    return sum;
  }

  @Override
  public ArticleLanguages languages() throws IOException {
    Map<String, Integer> sums = new HashMap<>();
    for (Dictionary part : parts) {
      part.languages().articles().forEach((tag, count) -> sums.merge(tag, count, Integer::sum));
    }
    sums.values().removeIf(count -> count == 0); // a part without articles
    return new ArticleLanguages(sums);
  }

  @Override
  public @Nullable CollectionStatistics statistics(String field) throws IOException {
    CollectionStatistics sum = null;
    for (Dictionary part : parts) {
      CollectionStatistics own = part.statistics(field);
      sum = sum == null ? own : own == null ? sum : sum(sum, own);
    }
    return sum;
  }

  private static CollectionStatistics sum(CollectionStatistics one, CollectionStatistics other) {
    return new CollectionStatistics(
        one.field(),
        one.maxDoc() + other.maxDoc(),
        one.docCount() + other.docCount(),
        one.sumTotalTermFreq() + other.sumTotalTermFreq(),
        one.sumDocFreq() + other.sumDocFreq());
  }

  @Override
  public List<PrefixedTerms.Counted> beginningWith(String field, String prefix, int most)
      throws IOException {
    return sums(part -> part.beginningWith(field, prefix, Integer.MAX_VALUE), most);
  }

  @Override
  public List<PrefixedTerms.Counted> accepted(String field, CompiledAutomaton accepted, int most)
      throws IOException {
    return sums(part -> part.accepted(field, accepted, Integer.MAX_VALUE), most);
  }

  private interface Terms {
    List<PrefixedTerms.Counted> of(Dictionary part) throws IOException;
  }

  /** Every part names all of its terms, since one that is rare there may be frequent elsewhere. */
  private List<PrefixedTerms.Counted> sums(Terms terms, int most) throws IOException {
    Map<String, Integer> sums = new TreeMap<>();
    for (Dictionary part : parts) {
      terms.of(part).forEach(term -> sums.merge(term.text(), term.articles(), Integer::sum));
    }
    List<PrefixedTerms.Counted> all = new ArrayList<>();
    sums.forEach((text, articles) -> all.add(new PrefixedTerms.Counted(text, articles)));
    all.sort(MOST_FREQUENT);
    return all.subList(0, Math.min(most, all.size()));
  }

  /** Every part names all of its words, since one that is rare there may be frequent elsewhere. */
  @Override
  public TermExpansion expansion(TermExpansion.Wanted wanted, String field, Deadline deadline)
      throws IOException {
    TermExpansion.Wanted all =
        new TermExpansion.Wanted(wanted.automaton(), wanted.shortest(), Integer.MAX_VALUE);
    TreeSet<BytesRef> words = new TreeSet<>();
    boolean isCut = false;
    for (Dictionary part : parts) {
      TermExpansion own = part.expansion(all, field, deadline);
      words.addAll(own.terms());
      isCut |= own.isCut();
    }
    if (words.size() <= wanted.most()) {
      return new TermExpansion(List.copyOf(words), isCut);
    }
    Map<BytesRef, Integer> articles = new HashMap<>();
    for (BytesRef word : words) {
      articles.put(word, documents(new Term(field, word)));
    }
    Comparator<BytesRef> mostFrequent =
        Comparator.comparingInt((BytesRef word) -> articles.getOrDefault(word, 0)).reversed();
    return new TermExpansion(
        words.stream().sorted(mostFrequent).limit(wanted.most()).sorted().toList(), true);
  }

  /**
   * Units are scored by the statistics of all their terms. Lucene by itself counts only terms that
   * the part has.
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
      int articles = documents(term);
      most = Math.max(most, articles);
      if (articles > 0 && !isOne) {
        statistics.add(new TermStatistics(term.bytes(), articles, articles));
      }
    }
    if (isOne && most > 0) {
      statistics.add(new TermStatistics(new BytesRef("any"), most, most));
    }
    IndexSearcher prescribed =
        new IndexSearcher(part.getTopReaderContext()) {
          @Override
          public @Nullable CollectionStatistics collectionStatistics(String field)
              throws IOException {
            return GatheredDictionary.this.statistics(field);
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
