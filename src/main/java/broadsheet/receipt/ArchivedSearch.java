package broadsheet.receipt;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.ArticleRef;
import broadsheet.article.PublicationDate;
import broadsheet.engine.EngineException;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.SearchResults;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import broadsheet.receipt.ArticleSet.MonthSum;
import broadsheet.receipt.Receipt.ArchiveState;
import broadsheet.receipt.Receipt.Counts;
import broadsheet.release.Release;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One search of an archive, of which every article is looked at. Articles that are found by meaning
 * alone are no part of it.
 *
 * @param parameters its page and size are ignored
 * @param query the query with its lists filled in
 * @param pause called after each article, so that other work may go first
 */
record ArchivedSearch(
    SearchEngine engine, SearchParameters parameters, QueryNode query, Runnable pause) {

  /** The articles whose references are asked for at once. */
  private static final int BATCH = 500;

  private static final int LENGTH_OF_MONTH = "2015-03".length();

  /** The archive changed while the articles were read. */
  private static final class ArchiveChanged extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The state of the archive that is searched now. */
  static ArchiveState state(SearchEngine engine) {
    IndexSummary summary = engine.summary();
    String facts =
        "%s\t%s\t%s\t%s\t%s\t%s\t%s\t%s"
            .formatted(
                summary.formatVersion(),
                summary.builtAt(),
                summary.articles(),
                summary.undated(),
                summary.firstDay().map(Object::toString).orElse(""),
                summary.lastDay().map(Object::toString).orElse(""),
                summary.duplicates(),
                summary.superseded());
    return new ArchiveState(
        Release.current().toString(),
        summary.formatVersion(),
        TextDigest.sha256(facts),
        summary.articles(),
        summary.builtAt().toString(),
        engine.namesDigest().orElse(""));
  }

  private SearchRequest request() {
    return parameters.request(query).withoutCounts().in(SearchMode.LEXICAL);
  }

  /** The counts that its page shows. */
  Counts counts() {
    SearchResults results = engine.search(request());
    return Counts.of(results.total(), results.folded(), results.completeness());
  }

  /** Hands over every article, each reprint on its own, in no particular order. */
  void handOver(ArticleTaker taker) {
    Map<String, String> months = new LinkedHashMap<>();
    engine.export(
        request().unfolded(),
        article -> {
          months.put(article.id(), month(article));
          if (months.size() == BATCH) {
            pass(months, taker);
          }
          pause.run();
        });
    pass(months, taker);
  }

  private void pass(Map<String, String> months, ArticleTaker taker) {
    Map<String, ArticleRef> refs = engine.refs(months.keySet());
    months.forEach(
        (id, month) -> {
          ArticleRef ref = refs.get(id);
          if (ref == null) {
            throw new ArchiveChanged();
          }
          taker.take(ref, month);
        });
    months.clear();
  }

  private static String month(NamedArticle article) {
    PublicationDate date = article.article().publishedAt();
    String iso = date.iso();
    return date.isKnown()
        ? iso.substring(0, Math.min(iso.length(), LENGTH_OF_MONTH))
        : MonthSum.UNDATED;
  }

  /** Work on a state of the archive. */
  interface Work<T> {
    T in(ArchiveState state);
  }

  /**
   * Does work in one state of the archive, a few times if that changes meanwhile.
   *
   * @throws EngineException if it keeps changing
   */
  static <T> T settled(SearchEngine engine, Work<T> work) {
    for (int times = 0; times < 3; times++) {
      ArchiveState before = state(engine);
      try {
        T done = work.in(before);
        if (state(engine).equals(before)) {
          return done;
        }
      } catch (ArchiveChanged e) {
        // begins again
      }
    }
    throw new EngineException(
        "The archive changed again and again while the search was recorded: try again when no"
            + " update is running.");
  }

  /** The parameters that decide what it finds, by name. */
  static Map<String, List<String>> choices(SearchParameters parameters) {
    QueryString given = parameters.whole().toQueryString().without(Parameters.Q);
    Map<String, List<String>> choices = new LinkedHashMap<>();
    for (Parameter each : ArchiveOperation.RECEIPT.parameters()) {
      List<String> values = given.filled(each.label());
      if (!values.isEmpty()) {
        choices.put(each.label(), values);
      } else if (!each.standard().isEmpty()) {
        choices.put(each.label(), List.of(each.standard()));
      }
    }
    return choices;
  }

  /** Takes the articles of a search one by one, in any order. */
  interface ArticleTaker {

    /**
     * Takes an article.
     *
     * @param month see {@link ArticleSet.MonthSum}
     */
    void take(ArticleRef article, String month);
  }
}
