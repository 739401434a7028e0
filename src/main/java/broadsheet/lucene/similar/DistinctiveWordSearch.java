package broadsheet.lucene.similar;

import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.DistinctiveWords.Sample;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.analysis.StopWords;
import broadsheet.lucene.analysis.WordReader;
import broadsheet.lucene.compile.FilterClause;
import broadsheet.lucene.compile.FilterQueries;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.limits.BoundedSearcher;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * Finds the words that set a query's hits apart from other articles, by reading the beginnings of a
 * sample of both. Not thread-safe.
 */
public final class DistinctiveWordSearch {

  /** The most words to return. */
  static final int MOST_WORDS = 10;

  /** The most articles to read of either sample. */
  private static final int MOST_ARTICLES = 300;

  /** Number of characters of a text to read: a news report begins with the news. */
  private static final int BEGINNING = 1_500;

  /** The share of the time for the hits. */
  static final double WITHIN = 0.5;

  private static final List<QueryField> READ =
      List.of(QueryField.TITLE, QueryField.STANDFIRST, QueryField.BODY);

  private static final Set<String> STORED =
      Set.of(
          QueryField.TITLE.label(),
          QueryField.STANDFIRST.label(),
          QueryField.BODY.label(),
          QueryField.LANGUAGE.label());

  private final FilterClause narrowing;
  private final SearchBudget budget;
  private final Query asked;
  private final Optional<MatchMarker> marker;
  private final WordTally tally;

  public DistinctiveWordSearch(QueryNode query, Filters filters, SearchBudget budget)
      throws IOException {
    this(query, filters, budget, new WordTally());
  }

  /**
   * @param tally receives the words of a whole archive, of which this may be a part
   */
  DistinctiveWordSearch(QueryNode query, Filters filters, SearchBudget budget, WordTally tally)
      throws IOException {
    this.tally = tally;
    narrowing = FilterClause.to(filters, budget.snapshot().names());
    this.budget = budget;
    asked = LanguageCompiler.within(budget).compile(query);
    marker = MatchMarker.within(budget, asked);
  }

  /** See {@link broadsheet.engine.SearchEngine#distinctiveWords}. */
  public DistinctiveWords against(Contrast contrast) throws IOException {
    BoundedSearcher finder = budget.finder();
    List<HitSample> samples = samples(contrast, finder);
    HitSample these = samples.getFirst();
    HitSample others = samples.getLast();
    boolean isAllWithin = isRead(these, this::addWithin, budget.finding().part(WITHIN));
    boolean isAllAround = isRead(others, this::addAround, budget.finding());
    return new DistinctiveWords(
        tally.distinctive(MOST_WORDS),
        new Sample(these.hits(), tally.within()),
        new Sample(others.hits(), tally.around()),
        Completeness.within(isAllWithin && isAllAround && !finder.isCut()));
  }

  /** Samples of the hits, and of the articles they are compared with. */
  List<HitSample> samples(Contrast contrast, BoundedSearcher finder) throws IOException {
    Query hits = narrowing.of(asked);
    return switch (contrast) {
      case Contrast.Days(DateSpan span, DateSpan around) ->
          List.of(
              sample(both(hits, dates(span.first(), span.last())), finder),
              sample(both(hits, beside(span, around)), finder));
      case Contrast.Others() -> List.of(sample(hits, finder), sample(allBut(hits), finder));
    };
  }

  private static Query both(Query hits, Query dates) {
    return new BooleanQuery.Builder().add(hits, Occur.FILTER).add(dates, Occur.FILTER).build();
  }

  private Query allBut(Query hits) throws IOException {
    Query all = LanguageCompiler.within(budget).compile(new QueryNode.Everything());
    return new BooleanQuery.Builder().add(all, Occur.FILTER).add(hits, Occur.MUST_NOT).build();
  }

  private static Query dates(LocalDate first, LocalDate last) {
    return FilterQueries.dates(Optional.of(first), Optional.of(last));
  }

  private static Query beside(DateSpan span, DateSpan around) {
    return new BooleanQuery.Builder()
        .add(dates(around.first(), span.first().minusDays(1)), Occur.SHOULD)
        .add(dates(span.last().plusDays(1), around.last()), Occur.SHOULD)
        .build();
  }

  private static HitSample sample(Query wanted, BoundedSearcher finder) throws IOException {
    HitSet hits = HitSet.of(wanted, finder);
    return HitSample.of(hits, MOST_ARTICLES, finder.getIndexReader());
  }

  boolean isRead(HitSample sample, Reading reading, Deadline deadline) throws IOException {
    for (int document : sample.documents()) {
      if (deadline.isPast()) {
        return false;
      }
      reading.read(
          document, new StoredArticle(budget.snapshot().storedFields().document(document, STORED)));
    }
    return true;
  }

  /** Receives an article. */
  interface Reading {
    void read(int document, StoredArticle article) throws IOException;
  }

  void addWithin(int document, StoredArticle article) throws IOException {
    tally.beginWithin();
    leaveOutMatches(document, article);
    for (QueryField field : READ) {
      forEachWord(article, field, tally::addWithin);
    }
  }

  void addAround(int document, StoredArticle article) {
    tally.beginAround();
    for (QueryField field : READ) {
      forEachWord(article, field, (stem, _) -> tally.addAround(stem));
    }
  }

  private void leaveOutMatches(int document, StoredArticle article) throws IOException {
    Optional<MatchMarker.Matched> matched =
        marker.isPresent() ? marker.get().in(document) : Optional.empty();
    if (matched.isEmpty()) {
      return;
    }
    WordReader words = new WordReader(language(article));
    for (QueryField field : READ) {
      String text = article.text(field);
      for (Mark mark : matched.get().text(field, article).marks()) {
        words.read(
            text.substring(mark.start(), mark.end()), (_, stem, _, _) -> tally.leaveOut(stem));
      }
    }
  }

  private static void forEachWord(
      StoredArticle article, QueryField field, BiConsumer<String, String> counting) {
    String language = language(article);
    Set<String> stopWords = StopWords.of(List.of(language));
    String text = beginning(article.text(field));
    new WordReader(language)
        .read(
            text,
            (folded, stem, start, end) -> {
              if (!stopWords.contains(folded)) {
                counting.accept(stem, text.substring(start, end));
              }
            });
  }

  /** The beginning of a text, up to the end of a word. */
  private static String beginning(String text) {
    if (text.length() <= BEGINNING) {
      return text;
    }
    int end = text.lastIndexOf(' ', BEGINNING);
    return text.substring(0, end < 0 ? BEGINNING : end);
  }

  private static String language(StoredArticle article) {
    return StemmedLanguages.of(article.text(QueryField.LANGUAGE));
  }
}
