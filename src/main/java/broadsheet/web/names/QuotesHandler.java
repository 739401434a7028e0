package broadsheet.web.names;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.NameProfile;
import broadsheet.engine.request.Filters;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.SearchResults;
import broadsheet.engine.result.SpokenWords;
import broadsheet.names.Name;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.web.link.NameAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.HitView;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with what a person or an organisation is quoted as saying. Thread-safe. */
public record QuotesHandler(Archive archive, Renderer renderer) {

  public static final String PATH = NameAddress.PATH + "/quotes";

  /** Articles on a page. */
  static final int SIZE = 20;

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    List<Parameter> inputs = List.of(Parameters.PAGE);
    return List.of(
        Operation.page(PATH, "Read what a person or an organisation is quoted as saying")
            .taking(inputs),
        Operation.get(PATH + ".json", "What a person or an organisation is quoted as saying")
            .taking(inputs)
            .answeringJson(QuotesView.class));
  }

  /** The page of quotes of a name. */
  static String address(Name name) {
    return NameAddress.page(name) + "/quotes";
  }

  /** The articles that quote a name. */
  static SearchRequest quoting(Name name, int page, int size) {
    QueryNode speaker =
        new QueryNode.InField(QueryField.SPEAKER, new QueryNode.Phrase(name.text(), 0));
    return new SearchRequest(speaker, Filters.none(), SortOrder.NEWEST, page, size);
  }

  public void html(Context context) {
    Quoted quoted = quoted(context);
    PageFrame frame =
        renderer
            .assets()
            .frame("Quotes of " + quoted.name().text(), "results.css", SearchParameters.none());
    Body.send(
        context,
        renderer.html(
            "quotes", QuotesPage.of(frame, quoted.name(), quoted.view(), quoted.results())));
  }

  public void json(Context context) {
    Body.send(context, renderer.json(quoted(context).view()));
  }

  private record Quoted(Name name, SearchResults results, QuotesView view) {}

  private Quoted quoted(Context context) {
    Name name = NameHandler.name(context.pathParam("kind"), context.pathParam("name"));
    if (!archive.engine().hasAny(new QueryNode.Everything(), NameProfile.filter(name))) {
      throw NameHandler.unknown(name, archive);
    }
    int page = SearchParameters.of(QueryString.parse(context.queryString())).page();
    SearchResults results = archive.engine().search(quoting(name, page, SIZE).withoutCounts());
    List<String> ids = results.hits().stream().map(Hit::id).toList();
    return new Quoted(
        name, results, QuotesView.of(name, results, page, archive.engine().quotes(name, ids)));
  }

  /**
   * The page of quotes of a name.
   *
   * @param frame the page frame
   * @param view the data, as in its JSON twin
   * @param count the number of articles in words
   * @param home the page of the name
   * @param entries the articles of this page
   * @param newer the address of the page before; null on the first
   * @param older the address of the next page; null on the last
   */
  public record QuotesPage(
      PageFrame frame,
      QuotesView view,
      String count,
      String home,
      List<Entry> entries,
      @Nullable String newer,
      @Nullable String older) {

    /** An article with its quotes, each as one text. */
    public record Entry(
        String title, String href, String source, DateLabel date, List<String> quotes) {

      /** A quote as one text, without the comma before “he said”. */
      static String joined(List<String> pieces) {
        return String.join(" … ", pieces).replaceFirst("[,\\s]+$", "");
      }
    }

    static QuotesPage of(PageFrame frame, Name name, QuotesView view, SearchResults results) {
      String address = QuotesHandler.address(name);
      long last = Math.ceilDiv(view.total(), QuotesHandler.SIZE);
      return new QuotesPage(
          frame,
          view,
          FormattedCount.of(view.total(), "article"),
          NameAddress.page(name),
          entries(view, results.hits()),
          view.page() > 1 ? address + "?page=" + (view.page() - 1) : null,
          view.page() < last ? address + "?page=" + (view.page() + 1) : null);
    }

    private static List<Entry> entries(QuotesView view, List<Hit> hits) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < hits.size(); i++) {
        QuotesView.Quoting quoting = view.articles().get(i);
        entries.add(
            new Entry(
                quoting.title(),
                ArticleAddress.path(quoting.id()),
                source(hits.get(i)),
                DateLabel.of(hits.get(i).publishedAt()),
                quoting.quotes().stream().map(Entry::joined).toList()));
      }
      return entries;
    }

    private static String source(Hit hit) {
      return hit.values().getOrDefault(QueryField.SOURCE, List.of()).stream()
          .map(MarkedText::text)
          .collect(Collectors.joining(", "));
    }
  }

  /**
   * The quotes of a person or an organisation. Component names are the JSON keys of {@code
   * /name/{kind}/{name}/quotes.json}; the page shows the same.
   *
   * @param kind {@code person} or {@code organisation}
   * @param name as it is shown everywhere
   * @param total the number of articles with quotes
   * @param page from 1
   * @param articles those of this page, the newest first
   */
  public record QuotesView(String kind, String name, long total, int page, List<Quoting> articles) {

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
    static QuotesView of(Name name, SearchResults results, int page, List<SpokenWords> quotes) {
      Map<String, List<List<String>>> byArticle =
          quotes.stream()
              .collect(
                  Collectors.groupingBy(
                      SpokenWords::id,
                      Collectors.mapping(SpokenWords::pieces, Collectors.toList())));
      return new QuotesView(
          name.kind().label(),
          name.text(),
          results.total(),
          page,
          results.hits().stream().map(hit -> quoting(hit, byArticle)).toList());
    }

    private static Quoting quoting(Hit hit, Map<String, List<List<String>>> quotes) {
      return new Quoting(
          hit.id(),
          hit.title().text(),
          HitView.filledOrNull(hit.publishedAt().iso()),
          quotes.getOrDefault(hit.id(), List.of()));
    }
  }
}
