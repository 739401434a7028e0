package broadsheet.cli.common;

import broadsheet.address.Parameter;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The filters of a search: the same as in its address. */
public final class FilterOptions {

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Only articles published on or after this day, such as 1987-02-26.")
  private Optional<String> from = Optional.empty();

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Only articles published on or before this day.")
  private Optional<String> to = Optional.empty();

  @Option(names = "--source", paramLabel = "NAME", description = "Only from this outlet.")
  private List<String> sources = List.of();

  @Option(names = "--section", paramLabel = "NAME", description = "Only in this section.")
  private List<String> sections = List.of();

  @Option(names = "--edition", paramLabel = "NAME", description = "Only in this edition.")
  private List<String> editions = List.of();

  @Option(
      names = "--correction-of",
      paramLabel = "ID",
      description = "Only corrections of this article.")
  private List<String> corrected = List.of();

  @Option(names = "--author", paramLabel = "NAME", description = "Only by this author.")
  private List<String> authors = List.of();

  @Option(names = "--topic", paramLabel = "NAME", description = "Only on this topic.")
  private List<String> topics = List.of();

  @Option(names = "--place", paramLabel = "NAME", description = "Only about this place.")
  private List<String> places = List.of();

  @Option(names = "--person", paramLabel = "NAME", description = "Only about this person.")
  private List<String> people = List.of();

  @Option(
      names = "--organisation",
      paramLabel = "NAME",
      description = "Only about this organisation.")
  private List<String> organisations = List.of();

  @Option(
      names = "--speaker",
      paramLabel = "NAME",
      description = "Only transcripts in which this speaker is heard.")
  private List<String> speakers = List.of();

  @Option(names = "--language", paramLabel = "TAG", description = "Only in this language.")
  private List<String> languages = List.of();

  @Option(names = "--year", paramLabel = "YEAR", description = "Only from this year.")
  private List<String> years = List.of();

  /**
   * The filters.
   *
   * @throws UsageException if a day or a year is none, or the days are in the wrong order
   */
  public Filters filters() {
    List<QueryString.Pair> given = new ArrayList<>();
    from.ifPresent(day -> given.add(new QueryString.Pair(Parameter.FROM.label(), day)));
    to.ifPresent(day -> given.add(new QueryString.Pair(Parameter.TO.label(), day)));
    for (FacetField facet : FacetField.values()) {
      of(facet).forEach(value -> given.add(new QueryString.Pair(facet.label(), value)));
    }
    try {
      return SearchParameters.of(new QueryString(given)).filters();
    } catch (Refusal e) {
      throw new UsageException(e.problem().detail(), e);
    }
  }

  private List<String> of(FacetField facet) {
    return switch (facet) {
      case SOURCE -> sources;
      case SECTION -> sections;
      case EDITION -> editions;
      case CORRECTION_OF -> corrected;
      case AUTHOR -> authors;
      case TOPIC -> topics;
      case PLACE -> places;
      case PERSON -> people;
      case ORGANISATION -> organisations;
      case SPEAKER -> speakers;
      case LANGUAGE -> languages;
      case YEAR -> years;
    };
  }
}
