package broadsheet.lucene.similar;

import broadsheet.article.Article;
import broadsheet.engine.result.SimilarArticles.Similar;
import broadsheet.lucene.analysis.CharacterPairs;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.compile.FilterQueries;
import broadsheet.lucene.compile.WordTerms;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.rank.HitOrder;
import broadsheet.lucene.rank.SentHit;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.DocumentFrequencies;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** The neighbours of an article in one part of an archive. Not thread-safe. */
final class PartNeighbours {

  /** Number of an article's most frequent words that are looked up. */
  static final int LOOKED_UP = 200;

  /** Number of its most distinctive words that are searched for. */
  private static final int MOST_WORDS = 25;

  /** The share of these that a similar article must have. */
  private static final double LEAST_SHARED = 0.2;

  /** Fewer words than this may be shared by chance. */
  private static final int LEAST_WORDS = 3;

  /** The most shared words that are listed. */
  private static final int MOST_LISTED = 5;

  private final ReaderSnapshot snapshot;
  private final SearchBudget budget;
  private final BoundedSearcher finder;
  private final Map<DistinctiveTerm, Optional<MatchMarker>> markers = new HashMap<>();
  private final Map<ArticleWordCounts, List<DistinctiveTerm>> known = new HashMap<>();

  PartNeighbours(SearchBudget budget) {
    snapshot = budget.snapshot();
    this.budget = budget;
    finder = budget.finder();
  }

  /** Counts the articles that are the given one or its reprints. */
  int own(ArticleWordCounts article) throws IOException {
    return finder.count(own(article.id(), article.family()));
  }

  /**
   * The best articles that share enough words, except the article's own family.
   *
   * @param own the number of articles in the whole archive that are the given one or its reprints
   */
  List<SentHit> sharing(ArticleWordCounts article, int own, int most) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(sharing(distinctive(article, own), article), Occur.MUST)
            .add(own(article.id(), article.family()), Occur.MUST_NOT)
            .build();
    ScoreDoc[] hits = finder.search(query, most, HitOrder.RELEVANCE.sort()).scoreDocs;
    return SentHit.of(hits, 0, snapshot.getIndexReader());
  }

  /** Articles by id, with the words that they share. */
  Map<String, Similar> similar(ArticleWordCounts article, int own, List<String> ids)
      throws IOException {
    List<DistinctiveTerm> words = distinctive(article, own);
    Map<String, Similar> similar = new LinkedHashMap<>();
    for (String id : ids) {
      OptionalInt document = ArticleSearch.document(id, snapshot);
      if (document.isPresent()) {
        similar.put(id, similar(document.getAsInt(), words));
      }
    }
    return similar;
  }

  private StoredArticle stored(int document) throws IOException {
    return new StoredArticle(snapshot.storedFields().document(document));
  }

  /** Matches the article itself and its reprints. */
  private static Query own(String id, OptionalLong family) {
    return family.isPresent()
        ? NumericDocValuesField.newSlowExactQuery(IndexSchema.FAMILY, family.getAsLong())
        : new TermQuery(new Term(IndexSchema.ID, id));
  }

  private List<DistinctiveTerm> distinctive(ArticleWordCounts counts, int own) throws IOException {
    List<DistinctiveTerm> words = known.get(counts);
    if (words == null) {
      words = found(counts, own);
      known.put(counts, words);
    }
    return words;
  }

  private List<DistinctiveTerm> found(ArticleWordCounts counts, int own) throws IOException {
    WordTerms terms =
        new WordTerms(counts.language(), new DocumentFrequencies(snapshot.dictionary(), true));
    List<DistinctiveTerm> telling = new ArrayList<>();
    for (WordCounts.Counted word : counts.words()) {
      if (!budget.finding().isPast()) {
        DistinctiveTerm.of(word, terms, snapshot.dictionary(), own).ifPresent(telling::add);
      }
    }
    return telling.stream()
        .sorted(
            Comparator.comparingDouble(DistinctiveTerm::weight)
                .reversed()
                .thenComparing(DistinctiveTerm::print))
        .limit(MOST_WORDS)
        .toList();
  }

  /** Matches articles in the same language that share enough of these words. */
  private Query sharing(List<DistinctiveTerm> words, ArticleWordCounts counts) {
    int least = (int) Math.ceil(LEAST_SHARED * words.size());
    BooleanQuery.Builder shared =
        new BooleanQuery.Builder().setMinimumNumberShouldMatch(Math.max(LEAST_WORDS, least));
    words.forEach(word -> shared.add(word.query(), Occur.SHOULD));
    Query inAny = shared.build();
    return counts.language().equals(StemmedLanguages.NONE) && !counts.tag().isEmpty()
        ? new BooleanQuery.Builder()
            .add(inAny, Occur.MUST)
            .add(FilterQueries.language(counts.tag()), Occur.FILTER)
            .build()
        : snapshot.languages().only(List.of(counts.language()), inAny);
  }

  private Similar similar(int document, List<DistinctiveTerm> words) throws IOException {
    Article article = stored(document).article();
    String text = article.title() + "\n" + String.join("\n", article.own().paragraphs());
    return new Similar(
        article.id(),
        article.headline(),
        article.source(),
        article.language(),
        article.publishedAt(),
        shared(document, words, text));
  }

  private List<String> shared(int document, List<DistinctiveTerm> words, String text)
      throws IOException {
    Set<String> shared = new LinkedHashSet<>();
    for (DistinctiveTerm word : words) {
      if (shared.size() < MOST_LISTED
          && isShown(word, text)
          && !budget.whole().isPast()
          && isIn(document, word)) {
        shared.add(word.print());
      }
    }
    return List.copyOf(shared);
  }

  /**
   * Whether a text may show the word. A pair of characters is shown as the word around it, which
   * the text must contain.
   */
  private static boolean isShown(DistinctiveTerm word, String text) {
    String print = word.print();
    boolean isUnspaced = !print.isEmpty() && CharacterPairs.isPossibleIn(print);
    return !print.isEmpty() && (!isUnspaced || text.contains(print));
  }

  private boolean isIn(int document, DistinctiveTerm word) throws IOException {
    Optional<MatchMarker> marker = markers.get(word);
    if (marker == null) {
      marker = MatchMarker.within(budget, word.query());
      markers.put(word, marker);
    }
    return marker.isPresent() && marker.get().in(document).isPresent();
  }
}
