package broadsheet.web.front;

import broadsheet.engine.SearchEngine;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.result.FacetCount;
import broadsheet.engine.result.SearchResults;
import broadsheet.query.QueryNode;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells topics from codes that agencies file articles under, such as {@code earn}, {@code acq} or
 * {@code GCAT}. Thread-safe.
 */
record ReadableTopics(SearchEngine engine) {

  /**
   * The share of the articles under a word that use the word. Fewer articles than its inverse show
   * nothing.
   */
  private static final double LEAST_USED = 0.05;

  /**
   * One word without a capital or of nothing else; names and words of several parts are no codes.
   */
  private static final Pattern CODE = Pattern.compile("[\\p{Ll}\\p{Nd}.:-]+|[\\p{Lu}\\p{Nd}.:-]+");

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
