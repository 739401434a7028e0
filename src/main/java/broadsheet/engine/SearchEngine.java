package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.DateSpan;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.Arrival;
import broadsheet.engine.result.ArrivalSum;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.query.QueryNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers searches over one index. Thread-safe. Answers from the newest committed state of the
 * index, also when another process commits, within a second of the commit; one answer is from one
 * state.
 */
public interface SearchEngine extends AutoCloseable {

  /**
   * Finds articles. Equal hits come in the order of their ids.
   *
   * @throws CursorException when the request's cursor is of another search
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  SearchResults search(SearchRequest request);

  /**
   * The ids of the best hits by relevance, the best first, each reprint by itself: a search's order
   * and nothing else, and so the quickest. Where units were set side by side and fewer articles
   * have them all, those follow that have some.
   *
   * @param mode by what articles are found
   * @param depth no more than so many, at least 1
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  List<String> rank(QueryNode query, Filters filters, SearchMode mode, int depth);

  /**
   * Why an article is found by a query under these filters, or is not, and what its place among the
   * hits by relevance is made of. Tells only what the search itself goes by: what it counts in an
   * article is what {@link #find} marks there.
   *
   * @param mode by what articles are found
   * @param id the article's
   * @return empty when there is no such article
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  Optional<Explanation> explain(QueryNode query, Filters filters, SearchMode mode, String id);

  /**
   * Counts what a query finds, as it was asked and under these filters, over time. Reprints count
   * each by itself.
   *
   * @param unit how much time a bucket covers; empty for one that fits the span of the hits
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  Timeline timeline(QueryNode query, Filters filters, Optional<Timeline.Unit> unit);

  /**
   * Counts several queries over time at once. Takes half of the time limit at the most.
   *
   * @param unit how much time a bucket covers; empty for one that fits the span of all hits
   * @throws EngineBusyException when they are costly and their turn did not come
   * @throws EngineException when the index cannot be read
   */
  Trends trends(List<QueryNode> queries, Filters filters, Optional<Timeline.Unit> unit);

  /**
   * Tells what is written in the hits of some days, and not in those of the days around them. Words
   * that the query matches, words that hold sentences together, numbers, and words in scripts
   * without blanks between them are not told. Takes a twelfth of the time limit at the most.
   *
   * @param span these days
   * @param around days that hold these and some before and after them
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  DistinctiveWords distinctiveWords(
      QueryNode query, Filters filters, DateSpan span, DateSpan around);

  /**
   * Whole queries that what is typed so far may be the beginning of, the likeliest first. Their
   * last word or open quote is completed from words, frequent phrases, headlines and names that
   * articles have, or from the values of the field named before it; everything else is as typed.
   * Each finds at least one article. Quick enough to ask at each keystroke.
   *
   * @param text what is typed so far, whatever it is
   * @param count no more than so many
   * @return empty when nothing is typed or nothing goes on from it
   * @throws EngineException when the index cannot be read
   */
  List<String> suggest(String text, int count);

  /**
   * The article of that id with the query's matches marked, whether or not it matches as a whole;
   * empty when there is no such article.
   *
   * @throws EngineBusyException when the query is costly and its turn did not come
   */
  Optional<MarkedArticle> find(String id, QueryNode query);

  /**
   * The article of that id; empty when there is no such article.
   *
   * @throws EngineException when the index cannot be read
   */
  Optional<Article> article(String id);

  /**
   * Articles in the same language that hold many of the words that tell an article from others. Its
   * reprints are not among them. Takes a twelfth of the time limit at the most.
   *
   * @param id the article's
   * @param count no more than so many
   * @return none when there is no such article
   * @throws EngineException when the index cannot be read
   */
  SimilarArticles similarTo(String id, int count);

  /**
   * Hands over every article a search finds, one after the other, in the order of the request and
   * with its folding; its page and size are not looked at. No time limit cuts it short, and memory
   * does not grow with the number of articles, but for that of their families.
   *
   * @param taker may take its time; what it throws, other than an {@link
   *     java.io.UncheckedIOException}, ends the export and is thrown on
   * @throws EngineBusyException before the first article, when the query is costly and its turn did
   *     not come
   * @throws EngineException when the index cannot be read
   */
  void export(SearchRequest request, Consumer<Article> taker);

  /**
   * Why {@link SearchMode#HYBRID} finds nothing by meaning here, in a sentence that says what to
   * do; empty where it does. Cheap.
   */
  default Optional<String> missingMeaning() {
    return Optional.of("This engine finds nothing by meaning.");
  }

  /** How many articles there are. Cheap. */
  long articleCount();

  /**
   * How the engine is doing, at most two seconds old. Says so as well where every search fails, and
   * then throws nothing. Cheap enough to ask every second.
   */
  EngineStatus status();

  /** What the index holds, at a glance. */
  IndexSummary summary();

  /**
   * Which months of which sources the index holds. Counted when first asked for after a commit: a
   * second or so for ten million articles.
   *
   * @throws EngineException when the index cannot be read
   */
  Coverage coverage();

  /**
   * Whether any article matches exactly as asked, without relaxing. Cheap for what narrows without
   * ranking: dates, sources, sections, languages.
   *
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  boolean hasAny(QueryNode query, Filters filters);

  /**
   * What came in for each saved search since it was saved, by its id; one that nothing came in for
   * is absent. Those of searches that are saved no longer may still be among them.
   *
   * @throws EngineException when the index cannot be read
   */
  Map<String, ArrivalSum> arrivalSums();

  /**
   * The articles that came in for a saved search, the newest first.
   *
   * @param search its id
   * @param query what is marked in them
   * @param most no more than so many
   * @return empty when nothing came in, or nobody knows such a search
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  List<Arrival> arrivals(String search, QueryNode query, int most);

  /** What became of everything that was read. */
  IndexLedger ledger();

  /**
   * Verifies every checksum and reads every article back, handing each to the consumer.
   *
   * @throws EngineException naming what is damaged
   */
  void check(Consumer<Article> article);

  @Override
  void close();
}
