package broadsheet.web.names;

import broadsheet.address.SearchParameters;
import broadsheet.engine.NameProfile;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.FacetCount;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.query.CanonicalText;
import broadsheet.web.link.NameAddress;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.FormattedValue;
import java.util.List;

/**
 * The names of one kind that appear with a name.
 *
 * @param heading the kind in the plural
 * @param id the id of the list in the page
 * @param shown the most frequent
 * @param more the rest
 */
public record Company(String heading, String id, List<Companion> shown, List<Companion> more) {

  /** The number of names shown first. */
  private static final int SHOWN = 6;

  /**
   * A name.
   *
   * @param href its page
   * @param count the number of articles with both names
   * @param together the search for these articles
   */
  public record Companion(String label, String href, String count, String together) {}

  /** The kinds of which there are any. */
  static List<Company> of(NameProfile profile, SearchParameters parameters) {
    return profile.company().entrySet().stream()
        .filter(kind -> !kind.getValue().isEmpty())
        .map(kind -> of(kind.getKey(), kind.getValue(), profile.name(), parameters))
        .toList();
  }

  private static Company of(
      NameKind kind, List<FacetCount> names, Name with, SearchParameters parameters) {
    FacetField facet = NameProfile.facet(kind);
    List<Companion> all =
        names.stream()
            .map(
                name ->
                    new Companion(
                        FormattedValue.of(facet, name.value()),
                        NameAddress.page(new Name(kind, name.value())),
                        FormattedCount.of(name.count()),
                        both(new Name(kind, name.value()), with, parameters)))
            .toList();
    int split = Math.min(SHOWN, all.size());
    return new Company(
        facet.heading(), facet.label(), all.subList(0, split), all.subList(split, all.size()));
  }

  /** Two values of one facet are alternatives, so one of them is part of the query. */
  private static String both(Name name, Name with, SearchParameters parameters) {
    FacetField facet = NameProfile.facet(name.kind());
    SearchParameters both =
        name.kind() == with.kind()
            ? parameters.withText(CanonicalText.of(NameProfile.named(name)))
            : parameters.withFilters(parameters.filters().with(facet, List.of(name.text())));
    return both.toQueryString().after("/search");
  }
}
