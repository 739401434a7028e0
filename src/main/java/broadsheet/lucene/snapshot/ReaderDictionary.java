package broadsheet.lucene.snapshot;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.schema.NamesDocument;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.jspecify.annotations.Nullable;

/** The dictionary of a single index, from its reader. Thread-safe. */
public final class ReaderDictionary implements Dictionary {

  /** The most expansions that are kept, of some 60 kB each at most. */
  private static final int MOST_EXPANDED = 50;

  /** The most frequencies that are kept where deleted articles have to be counted. */
  private static final int MOST_COUNTED = 20_000;

  private final IndexReader reader;
  private final int documents;
  private final Map<String, Optional<CollectionStatistics>> byField = new ConcurrentHashMap<>();

  private final BoundedCache<Term, Integer> articles =
      new BoundedCache<>(new ConcurrentHashMap<>(), MOST_COUNTED);

  private final BoundedCache<Expanded, TermExpansion> expansions =
      new BoundedCache<>(new ConcurrentHashMap<>(), MOST_EXPANDED);

  /** The most words whose similar words are kept: to look for them costs more than a search. */
  private static final int MOST_ALIKE = 10_000;

  private final BoundedCache<Alike, TermExpansion> alike =
      new BoundedCache<>(new ConcurrentHashMap<>(), MOST_ALIKE);

  private record Expanded(String field, TermExpansion.Wanted wanted) {}

  private record Alike(String field, SpelledAlike wanted) {}

  /** If several segments do not reveal it, the number of articles with any value. */
  @Override
  public long values(String field) throws IOException {
    Terms values = MultiTerms.getTerms(reader, field);
    if (values == null) {
      return 0;
    }
    return values.size() < 0 ? values.getDocCount() : values.size();
  }

  /**
   * @param reader the reader of the whole archive
   */
  public ReaderDictionary(IndexReader reader) throws IOException {
    this.reader = reader;
    documents = withoutNames(reader);
  }

  @Override
  public int documents() {
    return documents;
  }

  /** Documents with decisions on names are on every shard, and say nothing of articles. */
  private static int withoutNames(IndexReader reader) throws IOException {
    int documents = reader.numDocs();
    Terms names = MultiTerms.getTerms(reader, NamesDocument.NUMBER);
    TermsEnum each = names == null ? TermsEnum.EMPTY : names.iterator();
    for (BytesRef number = each.next(); number != null; number = each.next()) {
      documents -= LiveCounts.countWith(new Term(NamesDocument.NUMBER, number), reader.leaves());
    }
    return documents;
  }

  /**
   * Lucene's own frequency includes deleted articles until their segment is merged. Where there are
   * any, the others are counted, so that an update finds what a rebuild would.
   */
  @Override
  public int documents(Term term) throws IOException {
    if (!reader.hasDeletions()) {
      return reader.docFreq(term);
    }
    Optional<Integer> known = articles.get(term);
    if (known.isPresent()) {
      return known.get();
    }
    int count = LiveCounts.countWith(term, reader.leaves());
    articles.keep(new Term(term.field(), BytesRef.deepCopyOf(term.bytes())), count);
    return count;
  }

  /** Lucene's own weights count deleted articles. */
  @Override
  public Weight weight(Query query, ScoreMode mode, float boost, IndexSearcher part)
      throws IOException {
    return reader.hasDeletions()
        ? Dictionary.super.weight(query, mode, boost, part)
        : query.createWeight(part, mode, boost);
  }

  @Override
  public ArticleLanguages languages() throws IOException {
    return ArticleLanguages.of(reader);
  }

  @Override
  public @Nullable CollectionStatistics statistics(String field) throws IOException {
    Optional<CollectionStatistics> known = byField.get(field);
    if (known == null) {
      known = Optional.ofNullable(FieldLengths.of(field, reader.leaves()));
      byField.put(field, known);
    }
    return known.orElse(null);
  }

  @Override
  public List<PrefixedTerms.Counted> beginningWith(String field, String prefix, int most)
      throws IOException {
    return PrefixedTerms.of(reader, field, prefix, most);
  }

  @Override
  public List<PrefixedTerms.Counted> accepted(String field, CompiledAutomaton accepted, int most)
      throws IOException {
    return PrefixedTerms.of(reader, field, accepted, most);
  }

  @Override
  public int sideBySide(String first, String second) throws IOException {
    return WordsTogether.sideBySide(reader, first, second);
  }

  @Override
  public int together(String first, String second) throws IOException {
    return WordsTogether.together(reader, first, second);
  }

  @Override
  public int inLanguage(String word, String language) throws IOException {
    return WordsTogether.inLanguage(reader, word, language);
  }

  @Override
  public TermExpansion alike(SpelledAlike wanted, String field, Deadline deadline)
      throws IOException {
    Alike asked = new Alike(field, wanted);
    Optional<TermExpansion> known = alike.get(asked);
    if (known.isPresent()) {
      return known.get();
    }
    TermExpansion found = TermExpansion.of(wanted.pattern(wanted.most()), field, reader, deadline);
    if (!deadline.isPast()) {
      alike.keep(asked, found);
    }
    return found;
  }

  @Override
  public TermExpansion expansion(TermExpansion.Wanted wanted, String field, Deadline deadline)
      throws IOException {
    Expanded asked = new Expanded(field, wanted);
    Optional<TermExpansion> known = expansions.get(asked);
    if (known.isPresent()) {
      return known.get();
    }
    TermExpansion found = TermExpansion.of(wanted, field, reader, deadline);
    if (!deadline.isPast()) {
      expansions.keep(asked, found);
    }
    return found;
  }
}
