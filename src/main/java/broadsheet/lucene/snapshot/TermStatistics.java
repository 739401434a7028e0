package broadsheet.lucene.snapshot;

import broadsheet.lucene.analysis.Terms;
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
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Which terms the index knows, so that languages whose stems of a word it does not know need not be
 * told apart, and how rare they are. Remembers what it looked up.
 */
public final class TermStatistics {

  /** Of so many terms it is remembered how many articles have them. */
  private static final int MOST_COUNTED = 50_000;

  /** Of so many words it is remembered which compounds begin with them. */
  private static final int MOST_COMPOUNDED = 2_000;

  /** Of so many it is remembered where in the index they are, which takes more memory. */
  private static final int MOST_PLACED = 10_000;

  private final Dictionary dictionary;
  private final boolean isAsked;
  private final BoundedCache<Term, Integer> articles;
  private final Optional<KnownTerms> places;

  /**
   * One that remembers nothing from others; not shared between threads.
   *
   * @param isAsked whether it is worth looking: where there is one language, it is not
   */
  public TermStatistics(Dictionary dictionary, boolean isAsked) {
    this(dictionary, isAsked, new HashMap<>(), Optional.empty());
  }

  /**
   * One that remembers what any query asked of a state of the index. Thread-safe.
   *
   * @param dictionary of the archive that the state is of, or a part of
   * @param isAsked whether it is worth looking: where there is one language, it is not
   */
  static TermStatistics shared(Dictionary dictionary, IndexSearcher state, boolean isAsked) {
    return new TermStatistics(
        dictionary,
        isAsked,
        new ConcurrentHashMap<>(),
        Optional.of(new KnownTerms(dictionary, state)));
  }

  private TermStatistics(
      Dictionary dictionary,
      boolean isAsked,
      Map<Term, Integer> articles,
      Optional<KnownTerms> places) {
    this.dictionary = dictionary;
    this.isAsked = isAsked;
    this.articles = new BoundedCache<>(articles, MOST_COUNTED);
    this.places = places;
  }

  /** Whether a field may hold the term; true as well where nobody looks. */
  public boolean mayHave(String field, BytesRef term) {
    return !isAsked || articles(new Term(field, term)) > 0;
  }

  /** How many articles have a term in a field. */
  private int articles(Term term) {
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
   * What finds a term. Where it is in the index is looked up once for all queries, if they are of
   * one state of it.
   */
  public Query query(Term term) {
    return places
        .map(known -> new TermQuery(term, known.of(term)))
        .orElseGet(() -> new TermQuery(term));
  }

  /**
   * The compounds that begin with a word; empty as well where only part of the articles is looked
   * at, which does not show what else is a word.
   *
   * @param language as {@code StemmedLanguages.of} gives it
   * @param forms of the word, folded
   */
  public List<String> compounds(String language, List<String> forms) {
    return places.map(known -> known.compounds(language, forms)).orElse(List.of());
  }

  /** How many articles have a stem, in whatever language. */
  public int articles(String stem) {
    return articles(new Term(IndexSchema.ALL_WORDS, stem));
  }

  /** How rare it is that an article has a stem at all: BM25's inverse document frequency. */
  public double rarity(String stem) {
    return rarity((double) articles(stem));
  }

  /** How rare it is that an article has a stem in its headline. */
  public double titleRarity(String stem) {
    String title = QueryField.TITLE.label();
    double printed = articles(new Term(title, stem));
    double stemmed = articles(new Term(title, Terms.STEM_MARK + stem));
    return rarity(printed + stemmed);
  }

  /** Terms of deleted articles are counted until Lucene merges them away. */
  private double rarity(double counted) {
    double articles = Math.min(articles(), counted);
    return Math.log(1 + (articles() - articles + 0.5) / (articles + 0.5));
  }

  private double articles() {
    return Math.max(1, dictionary.documents());
  }

  /** Where in one state of the index terms are. */
  private static final class KnownTerms {
    private final Dictionary dictionary;
    private final IndexSearcher state;
    private final BoundedCache<Term, TermStates> known =
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_PLACED);

    private final BoundedCache<Word, List<String>> compounds =
        new BoundedCache<>(new ConcurrentHashMap<>(), MOST_COMPOUNDED);

    private record Word(String language, List<String> forms) {}

    KnownTerms(Dictionary dictionary, IndexSearcher state) {
      this.dictionary = dictionary;
      this.state = state;
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
