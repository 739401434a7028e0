package broadsheet.web.front;

import broadsheet.engine.ArchiveFields;
import broadsheet.engine.EngineBusyException;
import broadsheet.engine.IndexSummary;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.web.front.OnThisDay.Anniversary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The facts on the front page other than the newest articles, computed once for each day and state
 * of the index. Thread-safe.
 */
final class FrontFacts {
  /** The fields that readers use most. */
  private static final List<QueryField> FIELDS =
      List.of(
          QueryField.PERSON,
          QueryField.SOURCE,
          QueryField.SECTION,
          QueryField.AUTHOR,
          QueryField.TOPIC,
          QueryField.PLACE);

  private final SearchEngine engine;
  private final ArchiveFields fields;
  private volatile @Nullable Known known;

  /** The facts of one state of the index on one day. */
  private record Known(Instant builtAt, long articles, LocalDate day, Facts facts) {
    boolean isOf(IndexSummary summary, LocalDate today) {
      return builtAt.equals(summary.builtAt())
          && articles == summary.articles()
          && day.equals(today);
    }
  }

  /**
   * The facts.
   *
   * @param onThisDay articles of this day in earlier years
   * @param topics the topics with most articles that are words
   * @param fields a query for a value of each of the most used fields
   * @param sources the number of sources; 0 if there was no time to count them
   */
  record Facts(
      List<Anniversary> onThisDay, List<FacetCount> topics, List<String> fields, int sources) {}

  FrontFacts(SearchEngine engine, ArchiveFields fields) {
    this.engine = engine;
    this.fields = fields;
  }

  Facts of(IndexSummary summary, SearchResults all, LocalDate today) {
    Known last = known;
    if (last != null && last.isOf(summary, today)) {
      return last.facts();
    }
    Facts facts =
        new Facts(
            new OnThisDay(engine).articles(today),
            new ReadableTopics(engine)
                .of(all.facets().getOrDefault(FacetField.TOPIC, List.of()), HomePage.MOST_VALUES),
            queries(),
            summary.sources().size() <= HomePage.MOST_VALUES
                ? summary.sources().size()
                : sources());
    known = new Known(summary.builtAt(), summary.articles(), today, facts);
    return facts;
  }

  private int sources() {
    try {
      return engine.values(FacetField.SOURCE, new QueryNode.Everything(), Filters.none()).size();
    } catch (EngineBusyException e) {
      return 0;
    }
  }

  private List<String> queries() {
    return FIELDS.stream()
        .flatMap(wanted -> fields.all().stream().filter(field -> field.field() == wanted))
        .map(field -> field.queries().getFirst())
        .toList();
  }

  /**
   * Tells topics from codes that agencies file articles under, such as {@code earn}, {@code acq} or
   * {@code GCAT}. Thread-safe.
   */
  private record ReadableTopics(SearchEngine engine) {

    /**
     * The share of the articles under a word that use the word. Fewer articles than its inverse
     * show nothing.
     */
    private static final double LEAST_USED = 0.05;

    /**
     * One word without a capital or of nothing else; names and words of several parts are no codes.
     */
    private static final Pattern CODE =
        Pattern.compile("[\\p{Ll}\\p{Nd}.:-]+|[\\p{Lu}\\p{Nd}.:-]+");

    /** The first topics that are words, most articles first. */
    List<FacetCount> of(List<FacetCount> topics, int most) {
      return topics.stream().filter(this::isReadable).limit(most).toList();
    }

    private boolean isReadable(FacetCount topic) {
      return !CODE.matcher(topic.value()).matches() || isUsed(topic);
    }

    /** Whether enough articles under a topic have its name in their text, as far as time tells. */
    private boolean isUsed(FacetCount topic) {
      Filters filed = Filters.none().with(FacetField.TOPIC, List.of(topic.value()));
      QueryNode name = new QueryNode.Phrase(topic.value(), 0);
      SearchResults found = engine.search(SearchRequest.of(name, filed).unfolded().withoutCounts());
      return !found.isComplete() || found.total() >= Math.floor(LEAST_USED * topic.count());
    }
  }
}
