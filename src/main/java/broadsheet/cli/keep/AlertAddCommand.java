package broadsheet.cli.keep;

import broadsheet.address.Parameter;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.cli.common.CommonOptions;
import broadsheet.cli.common.ExitCode;
import broadsheet.cli.common.TypedQuery;
import broadsheet.cli.common.UsageException;
import broadsheet.desk.Actor;
import broadsheet.desk.SavedSearch;
import broadsheet.engine.request.FacetField;
import broadsheet.path.PathName;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryParser;
import broadsheet.web.alerts.AlertView;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The {@code alert add} command. */
@Command(
    name = "add",
    description = {
      "Saves a search and prints how it is read. From then on, every update checks new articles"
          + " against it."
    })
final class AlertAddCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "QUERY",
      arity = "0..*",
      description =
          "The query, as in search; several words need no quotes around them all. Without a query,"
              + " every article matches.")
  private List<String> query = List.of();

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Only articles published on or after this day, such as 1987-02-26.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Only articles published on or before this day.")
  private @Nullable String to;

  @Option(
      names = "--user",
      paramLabel = "NAME",
      description =
          "Whose search it is, where serve --user-header names users. Default: it belongs to all"
              + " users.")
  private @Nullable String user;

  /** The facets that limit the search. */
  static final class Facets {
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

  @Mixin private Facets facets = new Facets();
  @Mixin private CommonOptions common;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    SearchParameters asked = asked();
    if (!common.engine().hasIndex()) {
      throw new UsageException(
          "There is no index in %s. Build one: %s"
              .formatted(PathName.of(common.index()), common.command("index PATH")),
          null);
    }
    ParsedQuery parsed = QueryParser.parse(asked.text(), LocalDate.now(ZoneId.systemDefault()));
    SavedSearch saved =
        common
            .desk()
            .by(Actor.operator(owner()))
            .searches()
            .add(asked.toQueryString().encoded(), parsed.reading());
    print(AlertView.of(saved, null), parsed.notes(), spec.commandLine().getOut());
    return ExitCode.DONE;
  }

  private String owner() {
    return user == null ? "" : UserNames.required(user);
  }

  private SearchParameters asked() {
    List<QueryString.Pair> given = new ArrayList<>();
    Map.of(Parameter.FROM, from == null ? "" : from, Parameter.TO, to == null ? "" : to)
        .forEach((name, value) -> given.add(new QueryString.Pair(name.label(), value)));
    given.add(new QueryString.Pair(Parameter.Q.label(), TypedQuery.of(query, spec)));
    for (FacetField facet : FacetField.values()) {
      facets.of(facet).forEach(value -> given.add(new QueryString.Pair(facet.label(), value)));
    }
    try {
      return SearchParameters.of(new QueryString(given)).asked();
    } catch (Refusal e) {
      throw new UsageException(e.problem().detail(), e);
    }
  }

  private void print(AlertView alert, List<String> notes, PrintWriter out) {
    out.println("saved as   " + alert.id());
    out.println("read as    " + alert.reading());
    notes.forEach(note -> out.println("           " + note));
    alert.narrowed().forEach(part -> out.printf("filter     %s %s%n", part.name(), part.value()));
    out.println("feed       " + alert.feed() + " (on " + common.command("serve") + ")");
  }
}
