package broadsheet.web.names;

import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.NameProfile;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.FacetCount;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import broadsheet.web.link.NameAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.FacetValue;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.page.TypedText;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Answers {@code /names}: an index of the archive's names by kind and first letter. */
public record NamesHandler(Archive archive, Renderer renderer) {
  public static final String PATH = "/names";

  /** The most names on a page. */
  static final int SIZE = 200;

  private static final Parameter KIND =
      Parameter.choice("kind", "the kind of names", NameKind.PERSON);

  private static final Parameter LETTER =
      Parameter.text("letter", "only names that begin with it, by the alphabet");

  private static final List<Parameter> PARAMETERS =
      List.of(KIND, Parameters.FIND, LETTER, Parameters.PAGE);

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(PATH, "Look up a name").taking(PARAMETERS),
        Operation.get(PATH + ".json", "List the archive's names")
            .taking(PARAMETERS)
            .answeringJson(NamesView.class));
  }

  /** The names asked for, and the letters that names of this kind begin with. */
  private record Found(NamesView view, List<String> letters) {}

  public void html(Context context) {
    Found found = found(context);
    PageFrame frame = renderer.assets().frame("Names", "results.css", SearchParameters.none());
    Body.send(context, renderer.html("names", new NamesPage(frame, found.view(), found.letters())));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(found(context).view()));
  }

  private Found found(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    ParameterReader reader = new ParameterReader(given);
    NameKind kind = reader.choice(KIND, NameKind.class);
    int page = Math.max(1, reader.number(Parameters.PAGE));
    reader.refuseComplaints();
    String find = last(given, Parameters.FIND);
    String letter = last(given, LETTER);
    List<Indexed> all =
        archive
            .engine()
            .values(NameProfile.facet(kind), new QueryNode.Everything(), Filters.none())
            .stream()
            .map(Indexed::of)
            .toList();
    String part = TypedText.folded(find);
    List<FacetCount> wanted =
        all.stream()
            .filter(each -> each.folded().contains(part))
            .filter(each -> letter.isEmpty() || each.letter().equals(letter))
            .sorted(letter.isEmpty() ? Indexed.BY_COUNT : Indexed.BY_ALPHABET)
            .map(Indexed::name)
            .toList();
    List<FacetCount> shown = wanted.stream().skip((page - 1L) * SIZE).limit(SIZE).toList();
    NamesView view =
        new NamesView(kind.label(), find, letter, wanted.size(), page, FacetValue.of(shown));
    return new Found(view, all.stream().map(Indexed::letter).distinct().sorted().toList());
  }

  private static String last(QueryString given, Parameter parameter) {
    List<String> typed = given.filled(parameter.label());
    return typed.isEmpty() ? "" : typed.getLast().strip();
  }

  /**
   * A name as it is looked up.
   *
   * @param folded without capitals and accents
   */
  private record Indexed(FacetCount name, String folded) {
    static final Comparator<Indexed> BY_COUNT =
        Comparator.comparingLong((Indexed each) -> each.name.count()).reversed();

    static final Comparator<Indexed> BY_ALPHABET = Comparator.comparing(Indexed::folded);

    static Indexed of(FacetCount name) {
      return new Indexed(name, TypedText.folded(name.value()));
    }

    /** The first letter, as a capital; {@code #} for names that begin otherwise. */
    String letter() {
      int first = folded.codePoints().findFirst().orElse('#');
      return Character.isLetter(first) ? Character.toString(first).toUpperCase(Locale.ROOT) : "#";
    }
  }

  /**
   * Names of the archive. Component names are the JSON keys of {@code /names.json}.
   *
   * @param kind {@code person}, {@code organisation} or {@code place}
   * @param find the text that the names contain, whatever capitals and accents; empty for all
   * @param letter what they begin with; empty for all
   * @param total the number of names that fit
   * @param page the page of them, from 1
   * @param names those of this page, by the alphabet if there is a letter, otherwise the most
   *     frequent first
   */
  public record NamesView(
      String kind, String find, String letter, int total, int page, List<FacetValue> names) {}

  /**
   * The page with the index of names.
   *
   * @param view the data, as in its JSON twin
   * @param letters those that names of this kind begin with
   */
  public record NamesPage(PageFrame frame, NamesView view, List<String> letters) {

    /** A link of the page. */
    public record Link(String label, String href, boolean isCurrent) {}

    /** The kinds of names. */
    public List<Link> kinds() {
      return Arrays.stream(NameKind.values())
          .map(
              kind ->
                  new Link(
                      plural(kind),
                      address(kind.label(), "", "", 1),
                      kind.label().equals(view.kind())))
          .toList();
    }

    /** The letters, each with the address of its names. */
    public List<Link> alphabet() {
      return letters.stream()
          .map(
              letter ->
                  new Link(
                      letter, address(view.kind(), "", letter, 1), letter.equals(view.letter())))
          .toList();
    }

    /** The page of a name. */
    public String page(FacetValue value) {
      return NameAddress.page(new Name(NameKind.named(view.kind()).orElseThrow(), value.value()));
    }

    /** {@code 1,204 names}. */
    public String count() {
      return FormattedCount.of(view.total(), "name");
    }

    /** The pages before and after this one. */
    public List<Link> steps() {
      boolean hasNext = view.total() > (long) view.page() * SIZE;
      return Stream.of(
              new Link("Previous", step(-1), view.page() > 1), new Link("Next", step(1), hasNext))
          .filter(Link::isCurrent)
          .toList();
    }

    private String step(int by) {
      return address(view.kind(), view.find(), view.letter(), view.page() + by);
    }

    private static String plural(NameKind kind) {
      return switch (kind) {
        case PERSON -> "People";
        case ORGANISATION -> "Organisations";
        case PLACE -> "Places";
      };
    }

    private static String address(String kind, String find, String letter, int page) {
      return new QueryString(
              Stream.of(
                      new QueryString.Pair(KIND.label(), kind),
                      new QueryString.Pair(Parameters.FIND.label(), find),
                      new QueryString.Pair(LETTER.label(), letter),
                      new QueryString.Pair(Parameters.PAGE.label(), page > 1 ? "" + page : ""))
                  .filter(pair -> !pair.value().isEmpty())
                  .toList())
          .after(PATH);
    }
  }
}
