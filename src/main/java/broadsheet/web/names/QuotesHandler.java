package broadsheet.web.names;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.NameProfile;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SpokenWords;
import broadsheet.names.Name;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.CanonicalText;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.query.Reach;
import broadsheet.web.link.NameAddress;
import broadsheet.web.lists.Keeping;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.HitView;
import broadsheet.web.page.KeepForm;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.page.TypedText;
import io.javalin.http.Context;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Answers with what a person or an organisation is quoted as saying. Thread-safe. */
public record QuotesHandler(Archive archive, Renderer renderer, Keeping keeping) {

  public static final String PATH = NameAddress.PATH + "/quotes";

  /** Articles on a page. */
  private static final int SIZE = 20;

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    List<Parameter> inputs = List.of(Parameters.Q, Parameters.PAGE);
    return List.of(
        Operation.page(PATH, "Read what a person or an organisation is quoted as saying")
            .taking(inputs),
        Operation.get(PATH + ".json", "What a person or an organisation is quoted as saying")
            .taking(inputs)
            .answeringJson(QuotesView.class));
  }

  /**
   * The articles that quote a name, on a subject if there is one: words of the quote, to which the
   * name in print belongs, or at least its last word.
   */
  private static QueryNode quoting(Name name, QueryNode subject) {
    QueryNode quoting = NameProfile.quoting(name);
    if (subject instanceof QueryNode.Everything) {
      return quoting;
    }
    String printed = name.text().substring(name.text().lastIndexOf(' ') + 1);
    QueryNode near =
        new QueryNode.Near(new QueryNode.Word(printed), subject, new Reach.Paragraph(false));
    return new QueryNode.AllOf(List.of(quoting, new QueryNode.InField(QueryField.SAID, near)));
  }

  public void html(Context context) {
    Quoted quoted = quoted(context);
    keeping.letFormsTellTheirOrigin(context);
    String title = "Quotes of " + quoted.name().text();
    PageFrame frame =
        renderer
            .assets()
            .frame(title, "results.css", SearchParameters.none(), "selection.js", "keep.js");
    List<HitEntry> entries = keeping.entries(entries(quoted), context);
    KeepForm form = keeping.form(quoted.name(), quoted.asked(), context).orElse(null);
    Body.send(
        context,
        renderer.html("quotes", QuotesPage.of(frame, quoted.name(), quoted.view(), entries, form)));
  }

  private static List<HitEntry> entries(Quoted quoted) {
    SearchParameters marking =
        SearchParameters.none()
            .withText(CanonicalText.of(quoted.query()))
            .withSort(SortOrder.NEWEST);
    return quoted.results().hits().stream().map(hit -> HitEntry.of(hit, marking)).toList();
  }

  public void json(Context context) {
    Body.send(context, renderer.json(quoted(context).view()));
  }

  /** The quotes of a page: {@code asked} has its number and the subject as typed. */
  private record Quoted(
      Name name, SearchParameters asked, QueryNode query, SearchResults results, QuotesView view) {}

  private Quoted quoted(Context context) {
    Name name = NameHandler.name(context.pathParam("kind"), context.pathParam("name"));
    if (!archive.engine().hasAny(new QueryNode.Everything(), NameProfile.filter(name))) {
      throw NameHandler.unknown(name, archive);
    }
    SearchParameters given = SearchParameters.of(QueryString.parse(context.queryString()));
    SearchParameters asked =
        SearchParameters.none().withText(given.text().strip()).withPage(given.page());
    QueryNode query = quoting(name, archive.parsed(asked.text(), context).root());
    SearchRequest request =
        new SearchRequest(query, Filters.none(), SortOrder.NEWEST, asked.page(), SIZE);
    SearchResults results = archive.engine().search(request.withoutCounts().matching(Match.ALL));
    List<String> ids = results.hits().stream().map(Hit::id).toList();
    return new Quoted(
        name,
        asked,
        query,
        results,
        QuotesView.of(name, results, asked, archive.engine().quotes(name, ids)));
  }

  /**
   * The page of quotes of a name.
   *
   * @param frame the page frame
   * @param view the data, as in its JSON twin
   * @param count the number of articles in words
   * @param home the page of the name
   * @param entries the articles of this page
   * @param keep the form that keeps them; null if this reader keeps nothing
   * @param newer the address of the page before; null on the first
   * @param older the address of the next page; null on the last
   */
  public record QuotesPage(
      PageFrame frame,
      QuotesView view,
      String count,
      String home,
      List<Entry> entries,
      @Nullable KeepForm keep,
      @Nullable String newer,
      @Nullable String older) {

    /** An article with its quotes, each as one text. */
    public record Entry(HitEntry hit, List<String> quotes) {
      private static final Pattern COMMA = Pattern.compile("[,\\s]+$");

      /** One that is not of an ellipsis or of {@code U.S.} */
      private static final Pattern FULL_STOP = Pattern.compile("(?<![.]|[.]\\p{L})[.]$");

      /** A quote as one text, without the comma before “he said” or the full stop at its end. */
      static String joined(List<String> pieces) {
        String text = COMMA.matcher(String.join(" … ", pieces)).replaceFirst("");
        return FULL_STOP.matcher(text).replaceFirst("");
      }
    }

    static QuotesPage of(
        PageFrame frame, Name name, QuotesView view, List<HitEntry> hits, @Nullable KeepForm keep) {
      long last = Math.ceilDiv(view.total(), QuotesHandler.SIZE);
      return new QuotesPage(
          frame,
          view,
          FormattedCount.of(view.total(), "article"),
          NameAddress.page(name),
          IntStream.range(0, hits.size())
              .mapToObj(i -> new Entry(hits.get(i), printed(view.articles().get(i))))
              .toList(),
          keep,
          view.page() > 1 ? address(name, view, -1) : null,
          view.page() < last ? address(name, view, 1) : null);
    }

    private static String address(Name name, QuotesView view, int by) {
      SearchParameters asked = SearchParameters.none().withText(view.query());
      return asked.withPage(view.page() + by).toQueryString().after(NameAddress.quotes(name));
    }

    /** The address of all quotes, to which the form leads as well. */
    public String all() {
      return home + "/quotes";
    }

    private static List<String> printed(QuotesView.Quoting quoting) {
      return quoting.quotes().stream().map(Entry::joined).toList();
    }
  }

  /**
   * The quotes of a person or an organisation. Component names are the JSON keys of {@code
   * /name/{kind}/{name}/quotes.json}; the page shows the same.
   *
   * @param kind {@code person} or {@code organisation}
   * @param name as it is shown everywhere
   * @param query the subject of the quotes as typed; empty for any
   * @param total the number of articles with quotes
   * @param page from 1
   * @param articles those of this page, the newest first
   */
  public record QuotesView(
      String kind, String name, String query, long total, int page, List<Quoting> articles) {

    /** The beginning of a word, long enough to leave out its ending. */
    private static final Pattern WORD = Pattern.compile("(?<!\\p{L})\\p{L}{3,5}");

    /**
     * An article with quotes.
     *
     * @param quotes each as its pieces, which are several where the speech is interrupted
     */
    public record Quoting(
        String id, String title, @Nullable String publishedAt, List<List<String>> quotes) {}

    /**
     * @param quotes those of the hits
     */
    static QuotesView of(
        Name name, SearchResults results, SearchParameters asked, List<SpokenWords> quotes) {
      Map<String, List<List<String>>> byArticle =
          quotes.stream()
              .collect(
                  Collectors.groupingBy(
                      SpokenWords::id,
                      Collectors.mapping(SpokenWords::pieces, Collectors.toList())));
      return new QuotesView(
          name.kind().label(),
          name.text(),
          asked.text(),
          results.total(),
          asked.page(),
          results.hits().stream().map(hit -> quoting(hit, asked.text(), byArticle)).toList());
    }

    private static Quoting quoting(
        Hit hit, String subject, Map<String, List<List<String>>> quotes) {
      return new Quoting(
          hit.id(),
          hit.title().text(),
          HitView.filledOrNull(hit.publishedAt().iso()),
          on(subject, quotes.getOrDefault(hit.id(), List.of())));
    }

    /** Those with the beginning of a word of the subject; all of them, where none has one. */
    static List<List<String>> on(String subject, List<List<String>> quotes) {
      List<String> beginnings =
          WORD.matcher(TypedText.folded(subject)).results().map(MatchResult::group).toList();
      List<List<String>> some =
          quotes.stream()
              .filter(
                  quote ->
                      beginnings.stream()
                          .anyMatch(TypedText.folded(String.join(" ", quote))::contains))
              .toList();
      return some.isEmpty() ? quotes : some;
    }
  }
}
