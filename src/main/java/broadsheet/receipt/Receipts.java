package broadsheet.receipt;

import broadsheet.address.SearchParameters;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.EngineException;
import broadsheet.engine.SearchEngine;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.DateRange;
import broadsheet.query.QueryParser;
import broadsheet.query.ShownFurniture;
import broadsheet.receipt.Receipt.ArchiveState;
import broadsheet.receipt.Receipt.Counts;
import broadsheet.receipt.Receipt.Question;
import broadsheet.receipt.Replay.Programs;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/**
 * Makes receipts of searches, and repeats the searches of receipts. A search is repeated until the
 * archive stays the same meanwhile.
 *
 * @param lists fills in the lists that a query names
 * @param clock the time, in the zone whose days relative dates are counted from
 * @param pause called after each article, so that other work may go first
 */
public record Receipts(
    SearchEngine engine, UnaryOperator<ParsedQuery> lists, Clock clock, Runnable pause) {

  private record Asked(ParsedQuery query, Question question) {}

  /**
   * Makes the receipt of a search.
   *
   * @param parameters its page and size are ignored
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read, or keeps changing
   */
  public Receipt of(SearchParameters parameters) {
    return ArchivedSearch.settled(
        engine,
        state -> {
          Asked asked = asked(parameters.text(), LocalDate.now(clock));
          ArchivedSearch search = search(parameters, asked.query().root());
          Counts counts = search.counts();
          ArticleCollector articles = new ArticleCollector();
          search.handOver(articles);
          return new Receipt(
              Receipt.FORMAT,
              now(),
              asked.question(),
              ArchivedSearch.choices(parameters),
              state,
              counts,
              articles.set());
        });
  }

  /**
   * The citation of a search, without looking at each article.
   *
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read, or keeps changing
   */
  public SearchCitation cited(SearchParameters parameters) {
    return ArchivedSearch.settled(
        engine,
        state -> {
          Asked asked = asked(parameters.text(), LocalDate.now(clock));
          Counts counts = search(parameters, asked.query().root()).counts();
          return new SearchCitation(now(), asked.query().reading(), parameters, state, counts);
        });
  }

  /** A table of words. */
  public interface Table {
    /** Its receipt, if it is made in this state of the archive. */
    TableReceipt in(ArchiveState state, String madeAt);
  }

  /**
   * The receipt of a table, which is made again while the archive changes.
   *
   * @throws EngineException when the index cannot be read, or keeps changing
   */
  public TableReceipt of(Table table) {
    return ArchivedSearch.settled(engine, state -> table.in(state, now()));
  }

  /** The reading of a query today. */
  public Question question(String text) {
    return asked(text, LocalDate.now(clock)).question();
  }

  /**
   * Repeats the search of a receipt in the archive as it is now.
   *
   * @throws EngineBusyException when the query is costly and its turn did not come
   * @throws EngineException when the index cannot be read, or keeps changing
   */
  public Replay replayed(Receipt then) {
    return ArchivedSearch.settled(
        engine,
        state -> {
          ParsedQuery today = looked(then.query().text(), then.query().when());
          ListContents contents = new ListContents(engine);
          QueryNode query = contents.restored(today.root(), then.query().lists());
          ArchivedSearch search = search(then.parameters(), query);
          Counts counts = search.counts();
          ArticleComparison comparison = new ArticleComparison(then.found());
          search.handOver(comparison);
          long aside = setAside(comparison.missing(), then, query);
          Causes causes = new Causes(then, state, counts, aside);
          return new Replay(
              Replay.verdict(then.counts(), counts, comparison).label(),
              then.madeAt(),
              now(),
              then.found().count(),
              comparison.count(),
              Programs.of(then.archive().program(), state.program()),
              comparison.difference(),
              causes.all(today.reading(), contents.changes(today.root(), then.query().lists())));
        });
  }

  /** Counts those of some articles that match only with what their source repeats. */
  private long setAside(Set<String> missing, Receipt then, QueryNode query) {
    AtomicLong found = new AtomicLong();
    if (!missing.isEmpty() && !ShownFurniture.isIn(query)) {
      search(then.parameters(), ShownFurniture.with(query))
          .handOver(
              (article, _) -> found.addAndGet(missing.contains(article.fingerprint()) ? 1 : 0));
    }
    return found.get();
  }

  private String now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private ArchivedSearch search(SearchParameters parameters, QueryNode query) {
    return new ArchivedSearch(engine, parameters, query, pause);
  }

  private ParsedQuery looked(String text, LocalDate day) {
    return lists.apply(QueryParser.parse(text, day));
  }

  private Asked asked(String text, LocalDate day) {
    ParsedQuery query = looked(text, day);
    List<String> dates = new ArrayList<>();
    addDates(query.root(), dates);
    return new Asked(
        query,
        new Question(
            text,
            query.reading(),
            day.toString(),
            dates,
            new ListContents(engine).of(query.root())));
  }

  private static void addDates(QueryNode node, List<String> dates) {
    if (node instanceof DateRange(Optional<LocalDate> from, Optional<LocalDate> to)) {
      dates.add(
          from.map(LocalDate::toString).orElse("") + ".." + to.map(LocalDate::toString).orElse(""));
    }
    node.parts().forEach(part -> addDates(part, dates));
  }

  /**
   * The citation of a search: everything of its receipt but the articles. Immutable.
   *
   * @param madeAt when the search was run, ISO 8601 in UTC
   * @param reading how its query was read, in plain words
   */
  public record SearchCitation(
      String madeAt,
      String reading,
      SearchParameters parameters,
      ArchiveState archive,
      Counts counts) {}
}
