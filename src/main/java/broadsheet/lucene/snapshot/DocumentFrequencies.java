package broadsheet.lucene.snapshot;

import broadsheet.lucene.analysis.TermForm;
import broadsheet.lucene.reader.BoundedCache;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * A cache of the document frequencies of terms. They give a term's rarity, and show whether the
 * index has a term at all: languages in which all stems of a word are unknown can share one query.
 * Lookups are cached.
 */
public final class DocumentFrequencies {

  /** The size of the cache of document frequencies. */
  private static final int MOST_COUNTED = 50_000;

  /** The size of the cache of compounds. */
  private static final int MOST_COMPOUNDED = 2_000;

  /** The size of the cache of words side by side. */
  private static final int MOST_PAIRED = 10_000;

  /** The size of the cache of term states, which take more memory. */
  private static final int MOST_PLACED = 10_000;

  private final Dictionary dictionary;
  private final boolean isAsked;
  private final BoundedCache<Term, Integer> articles;
  private final BoundedCache<Pair, Integer> pairs;
  private final Optional<KnownTerms> places;

  private record Pair(String first, String second) {}

  /**
   * Statistics with a cache of their own; not thread-safe.
   *
   * @param isAsked whether lookups are worthwhile; with a single language they are not
   */
  public DocumentFrequencies(Dictionary dictionary, boolean isAsked) {
    this(dictionary, isAsked, new HashMap<>(), new HashMap<>(), Optional.empty());
  }

  /**
   * Statistics with a cache shared by all queries on a state of the index. Thread-safe.
   *
   * @param dictionary the dictionary of the whole archive, of which the state may be a part
   * @param isAsked whether lookups are worthwhile; with a single language they are not
   */
  static DocumentFrequencies shared(Dictionary dictionary, IndexSearcher state, boolean isAsked) {
    return new DocumentFrequencies(
        dictionary,
        isAsked,
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        Optional.of(
            new KnownTerms(
                dictionary, state, new BoundedCache<>(new ConcurrentHashMap<>(), MOST_PLACED))));
  }

  /**
   * The same for a state that is a part of an archive, sharing the places of its terms.
   *
   * @param whole the dictionary of the archive
   */
  DocumentFrequencies within(Dictionary whole, boolean isAsked) {
    return new DocumentFrequencies(
        whole,
        isAsked,
        new ConcurrentHashMap<>(),
        new ConcurrentHashMap<>(),
        places.map(own -> new KnownTerms(whole, own.state, own.known)));
  }

  private DocumentFrequencies(
      Dictionary dictionary,
      boolean isAsked,
      Map<Term, Integer> articles,
      Map<Pair, Integer> pairs,
      Optional<KnownTerms> places) {
    this.dictionary = dictionary;
    this.isAsked = isAsked;
    this.articles = new BoundedCache<>(articles, MOST_COUNTED);
    this.pairs = new BoundedCache<>(pairs, MOST_PAIRED);
    this.places = places;
  }

  /** Whether a field may have the term; also true where lookups are off. */
  public boolean mayHave(String field, BytesRef term) {
    return !isAsked || articles(new Term(field, term)) > 0;
  }

  /** The number of articles with a term in a field. */
  public int articles(Term term) {
    return articles.of(term, this::counted);
  }

  private int counted(Term term) {
    try {
      return dictionary.documents(term);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A query for a term. Its place in the index is looked up once for all queries on the same state.
   */
  public Query query(Term term) {
    return places
        .map(known -> new TermQuery(term, known.of(term)))
        .orElseGet(() -> new TermQuery(term));
  }

  /**
   * The compounds that begin with a word. Also empty over a part of the articles only, which does
   * not show whether the rest is a word.
   *
   * @param language the language as {@code StemmedLanguages.of} gives it
   * @param forms the forms of the word, folded
   */
  public List<String> compounds(String language, List<String> forms) {
    return places.map(known -> known.compounds(language, forms)).orElse(List.of());
  }

  /**
   * Whether these are the statistics of a whole archive. A part of its articles does not show how
   * words are usually written.
   */
  public boolean isWhole() {
    return places.isPresent();
  }

  /** See {@link Dictionary#sideBySide}. */
  public int sideBySide(String first, String second) {
    return pairs.of(new Pair(first, second), this::counted);
  }

  private int counted(Pair words) {
    try {
      return dictionary.sideBySide(words.first(), words.second());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of articles with a stem, in any language. */
  public int articles(String stem) {
    return articles(new Term(IndexSchema.ALL_WORDS, stem));
  }

  /** The rarity of a stem: its inverse document frequency in BM25. */
  public double rarity(String stem) {
    return rarity((double) articles(stem));
  }

  /** The rarity of a term in its field; infinite if no article has it. */
  public double rarity(Term term) {
    int articles = articles(term);
    return articles == 0 ? Double.POSITIVE_INFINITY : rarity((double) articles);
  }

  /** The rarity of a stem in headlines. */
  public double titleRarity(String stem) {
    String title = QueryField.TITLE.label();
    double printed = articles(new Term(title, stem));
    double stemmed = articles(new Term(title, TermForm.STEM_MARK + stem));
    return rarity(printed + stemmed);
  }

  /** The rarity that no term exceeds. */
  public double greatestRarity() {
    try {
      CollectionStatistics all = dictionary.statistics(IndexSchema.ALL_WORDS);
      double articles = Math.max(articles(), all == null ? 0 : (double) all.docCount());
      return Math.log(1 + (articles + 0.5) / 0.5);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private double rarity(double counted) {
    double articles = Math.min(articles(), counted);
    return Math.log(1 + (articles() - articles + 0.5) / (articles + 0.5));
  }

  private double articles() {
    return Math.max(1, dictionary.documents());
  }

  /** The places of terms in one state of the index. */
  private static final class KnownTerms {
    private final Dictionary dictionary;
    private final IndexSearcher state;
    private final BoundedCache<Term, TermStates> known;
    private final BoundedCache<Word, List<String>> compounds =
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_COMPOUNDED);

    private record Word(String language, List<String> forms) {}

    KnownTerms(Dictionary dictionary, IndexSearcher state, BoundedCache<Term, TermStates> known) {
      this.dictionary = dictionary;
      this.state = state;
      this.known = known;
    }

    List<String> compounds(String language, List<String> forms) {
      Compounds begun = new Compounds(dictionary);
      return compounds.of(
          new Word(language, forms), word -> begun.of(word.language(), word.forms()));
    }

    TermStates of(Term term) {
      return known.of(term, this::lookedUp);
    }

    private TermStates lookedUp(Term term) {
      try {
        return TermStates.build(state, term, true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
