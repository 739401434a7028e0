package broadsheet.engine;

import broadsheet.engine.request.AlertSearch;
import broadsheet.engine.request.Contrast;
import broadsheet.engine.request.CursorException;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.AlertCount;
import broadsheet.engine.result.Completion;
import broadsheet.engine.result.Coverage;
import broadsheet.engine.result.DistinctiveWords;
import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.RankedIds;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.engine.result.SpokenWords;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.engine.words.Workbench;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.query.QueryNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Answers searches over one index. Each answer is from a single committed state of the index: the
 * newest one, or, for up to a second after a commit (of this or another process), the one before
 * it. Thread-safe.
 */
public interface SearchEngine extends ArticleLookup, AutoCloseable {

  /**
   * Finds articles. Ties are broken by id.
   *
   * @throws CursorException when the request's cursor belongs to another search
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  SearchResults search(SearchRequest request);

  /**
   * Ranks articles by relevance and returns the ids of the best, without grouping reprints.
   * Computes only the order of a search and is therefore the quickest. Articles that have fewer of
   * the words than a page lists follow, unless the request is for all words.
   *
   * @param request its page, order and counts are ignored
   * @param depth the most ids to return, at least 1
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  RankedIds rank(SearchRequest request, int depth);

  /**
   * Explains why a search finds an article or does not, and how its rank by relevance comes about.
   * It reports only what the search itself uses: the matches it counts in an article are those that
   * {@link #find} marks.
   *
   * @param request its page, order and counts are ignored
   * @param id the id of the article
   * @return empty when there is no such article
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  Optional<Explanation> explain(SearchRequest request, String id);

  /**
   * Counts the articles that match a query under these filters, over time. Each reprint counts.
   *
   * @param unit the span of a bucket; empty for one that fits the span of the hits
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  Timeline timeline(QueryNode query, Filters filters, Optional<Timeline.Unit> unit);

  /**
   * Counts several queries over time together. Takes at most half of the time limit.
   *
   * @param unit the span of a bucket; empty for one that fits the span of all hits
   * @throws EngineBusyException when they are costly and their turn did not come
   * @throws EngineException when the index cannot be read
   */
  Trends trends(List<QueryNode> queries, Filters filters, Optional<Timeline.Unit> unit);

  /**
   * Finds the words that set hits apart from other articles. Leaves out words that the query
   * matches, stop words, numbers, and words in scripts written without blanks between words. The
   * query is never relaxed. Takes at most the share of the time limit that {@link
   * Contrast#timeShare} names.
   *
   * @param contrast the hits, and the articles to compare them with
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  DistinctiveWords distinctiveWords(QueryNode query, Filters filters, Contrast contrast);

  /**
   * Completes a text typed so far to whole queries, the likeliest first. The last word or open
   * quote is completed from words, frequent phrases, headlines and names in the articles, or from
   * the values of the field named before it; everything else stays as typed. Each completed query
   * finds at least one article. Fast enough to call at each keystroke.
   *
   * @param text the text typed so far; any text
   * @param count the most queries to return
   * @return empty when nothing is typed or nothing completes it
   * @throws EngineException when the index cannot be read
   */
  List<Completion> completions(String text, int count);

  /** The texts of {@link #completions}. */
  default List<String> suggest(String text, int count) {
    return completions(text, count).stream().map(Completion::text).toList();
  }

  /** Looks at the words of the articles. Closed with this engine. */
  Workbench workbench();

  /** Whether names are looked for in the articles. Cheap. */
  boolean hasNames();

  /**
   * The decision on a name, with the corrections of editors.
   *
   * @return empty when the archive has no such name, or nobody looked for names
   * @throws EngineException when the index cannot be read
   */
  Optional<NameEntry> name(Name name);

  /**
   * Identifies what each name stands for, corrections included: equal exactly if every name has the
   * same forms.
   *
   * @return a SHA-256 as hexadecimal digits; empty when nobody looked for names
   * @throws EngineException when the index cannot be read
   */
  Optional<String> namesDigest();

  /**
   * The quotes of a speaker in some articles.
   *
   * @param ids the ids of the articles
   * @return in the order of the ids, then of the text; empty when nobody looked for names
   * @throws EngineException when the index cannot be read
   */
  List<SpokenWords> quotes(Name speaker, List<String> ids);

  /**
   * Corrects the names found in the articles, in this and all later answers of this engine; see
   * {@link broadsheet.names.NameTable#corrected}. Cheap if nothing is new.
   *
   * @param corrections all of them; they replace those given before
   */
  void correct(List<NameCorrection> corrections);

  /**
   * Articles in the same language that share many of an article's distinctive words. Its reprints
   * are left out. Takes at most a twelfth of the time limit.
   *
   * @param id the article's
   * @param count the most articles to return
   * @return none when there is no such article
   * @throws EngineException when the index cannot be read
   */
  SimilarArticles similarTo(String id, int count);

  /**
   * Hands over every article a search finds, one at a time, in the order of the request and with
   * its grouping of reprints; page and size are ignored. No time limit cuts it short, and memory
   * grows only with the number of families of reprints, not with that of articles.
   *
   * @param taker may take its time; an exception it throws ends the export and is rethrown. An
   *     {@link java.io.UncheckedIOException} is taken for a failure to read the index
   * @throws EngineBusyException before the first article, when the query is costly and its turn did
   *     not come
   * @throws EngineException when the index cannot be read
   */
  void export(SearchRequest request, Consumer<NamedArticle> taker);

  /**
   * The reason why {@link SearchMode#HYBRID} finds nothing by meaning here, in a sentence with
   * advice; empty if it works. Cheap.
   */
  default Optional<String> missingMeaning() {
    return Optional.of("This engine finds nothing by meaning.");
  }

  /** The number of articles. Cheap. */
  long articleCount();

  /**
   * The engine's health and load, at most two seconds old. It reports a fault even where every
   * search fails, and throws nothing. Cheap enough to ask every second.
   */
  EngineStatus status();

  /** The content of the index at a glance. */
  IndexSummary summary();

  /**
   * The months and sources the index covers. Counted at the first call after a commit, which takes
   * a second or so for ten million articles.
   *
   * @throws EngineException when the index cannot be read
   */
  Coverage coverage();

  /**
   * Whether any article matches the query exactly, without relaxing it. Cheap for parts that narrow
   * without ranking: dates, sources, sections, languages.
   *
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read
   */
  boolean hasAny(QueryNode query, Filters filters);

  /**
   * Every value of a facet that articles which match the query have, the most frequent first,
   * however many there are. Nothing is relaxed.
   *
   * @param facet one of {@link FacetField#KEYWORDS}
   * @throws EngineBusyException when the query is costly and its turn did not come, or not all
   *     articles could be looked at in time
   * @throws EngineException when the index cannot be read
   */
  List<FacetCount> values(FacetField facet, QueryNode query, Filters filters);

  /**
   * The numbers of the published states that searches see, by the name of their collection. Later
   * states of a collection have greater numbers, so an article of it that comes after this call has
   * a number above that.
   *
   * @throws EngineException when the index cannot be read
   */
  Map<String, Long> states();

  /** The greatest of {@link #states}. */
  default long state() {
    return Collections.max(states().values());
  }

  /**
   * Counts the new articles of alerts, exactly as searches find them and without relaxing. Takes at
   * most the time limit for all of them.
   *
   * @return in the order of the alerts; fewer of them where there was no time for the last
   * @throws EngineBusyException when one of them is costly and their turn did not come
   * @throws EngineException when the index cannot be read
   */
  List<AlertCount> count(List<AlertSearch> alerts);

  /** The outcome of every file and record that was read. */
  IndexLedger ledger();

  @Override
  void close();
}
