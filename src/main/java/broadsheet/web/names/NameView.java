package broadsheet.web.names;

import broadsheet.engine.NameProfile;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.Note;
import broadsheet.names.NameKind;
import broadsheet.web.page.FacetValue;
import broadsheet.web.page.HitView;
import broadsheet.web.page.WordsView;
import broadsheet.web.results.SearchView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A summary of a name. Component names are the JSON keys of {@code /name/{kind}/{name}.json}; the
 * page shows the same.
 *
 * @param kind {@code person}, {@code organisation} or {@code place}
 * @param name as it is shown everywhere
 * @param forms its forms in the texts, the most frequent first; empty if only metadata states it
 * @param articles the articles that have it
 * @param first the oldest article of known date; null if no date is known
 * @param last the newest article of known date; null if no date is known
 * @param company for each kind, the names that most of its articles have as well
 * @param sources the outlets with the most articles
 * @param timeline its articles over time
 * @param distinctive the words that set its articles apart, without those of its own forms
 * @param newest the newest articles
 * @param lookedAt the articles among which the first was looked for, in a sentence
 * @param notes sentences on what limits the numbers
 */
public record NameView(
    String kind,
    String name,
    List<String> forms,
    Articles articles,
    @Nullable Mention first,
    @Nullable Mention last,
    Map<String, List<FacetValue>> company,
    List<FacetValue> sources,
    SearchView.TimelineView timeline,
    WordsView distinctive,
    List<HitView> newest,
    String lookedAt,
    List<String> notes) {

  /**
   * The number of articles that have a name.
   *
   * @param total all of them
   * @param relation {@code eq} if exact; {@code gte} if at least this many
   * @param found those in whose text it was found
   * @param statedOnly the others, whose metadata states it
   */
  public record Articles(long total, String relation, long found, long statedOnly) {}

  /** An article with the name. */
  public record Mention(
      String id, String title, @Nullable String publishedAt, @Nullable String source) {
    static Mention of(Hit hit) {
      return new Mention(
          hit.id(),
          hit.title().text(),
          HitView.filledOrNull(hit.publishedAt().iso()),
          hit.plain(FacetField.SOURCE).stream().findFirst().orElse(null));
    }
  }

  static NameView of(NameProfile profile, WordsView distinctive, String lookedAt) {
    return new NameView(
        profile.name().kind().label(),
        profile.name().text(),
        profile.forms(),
        new Articles(
            profile.total(),
            profile.newest().completeness().isLowerBound() ? "gte" : "eq",
            profile.found(),
            profile.statedOnly()),
        profile.first().map(Mention::of).orElse(null),
        profile.last().map(Mention::of).orElse(null),
        company(profile),
        FacetValue.of(profile.sources()),
        SearchView.TimelineView.of(profile.newest().timeline(), Optional.empty()),
        distinctive.without(profile::hasWord),
        profile.newest().hits().stream().map(HitView::of).toList(),
        lookedAt,
        Note.texts(profile.newest().notes()));
  }

  private static Map<String, List<FacetValue>> company(NameProfile profile) {
    Map<String, List<FacetValue>> company = new LinkedHashMap<>();
    for (NameKind kind : NameKind.values()) {
      company.put(kind.label(), FacetValue.of(profile.company().getOrDefault(kind, List.of())));
    }
    return company;
  }
}
