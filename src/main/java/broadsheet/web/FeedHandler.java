package broadsheet.web;

import broadsheet.engine.SearchRequest;
import broadsheet.engine.SortOrder;
import io.javalin.http.Context;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/** Answers what lets other programs follow and ask the archive: feeds, and how to search it. */
final class FeedHandler {
  static final String PATH = "/search.atom";
  static final String DESCRIPTION_PATH = "/opensearch.xml";

  private static final int NEWEST = 50;
  private static final String DESCRIPTION_TYPE =
      "application/opensearchdescription+xml; charset=utf-8";
  private static final String DESCRIPTION_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

  private final Archive archive;

  FeedHandler(Archive archive) {
    this.archive = archive;
  }

  void atom(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    SearchParameters parameters =
        SearchParameters.of(given.without(Parameter.PAGE, Parameter.SIZE));
    SearchRequest request =
        new SearchRequest(
            archive.parser().apply(parameters.text()).root(),
            parameters.filters(),
            SortOrder.NEWEST,
            1,
            NEWEST,
            !parameters.showsDuplicates(),
            false);
    AtomFeed feed =
        new AtomFeed(
            parameters.text().isBlank() ? "Broadsheet" : parameters.text() + " · Broadsheet",
            site(context),
            address(parameters),
            parameters.withSort(SortOrder.NEWEST).toQueryString().after("/search"),
            archive.engine().summary().builtAt(),
            archive.engine().search(request).hits());
    Answers.send(context, feed.body());
  }

  /** Where the feed of a search is. */
  static String address(SearchParameters parameters) {
    return parameters.whole().withSort(SortOrder.RELEVANCE).toQueryString().after(PATH);
  }

  /**
   * Answers what browsers read to add a search engine.
   *
   * <p>Source: OpenSearch 1.1, https://github.com/dewitt/opensearch.
   */
  void description(Context context) {
    String site = site(context);
    byte[] document =
        XmlText.document(
            "OpenSearchDescription", DESCRIPTION_NAMESPACE, xml -> describe(xml, site));
    Answers.send(context, new Body(document, DESCRIPTION_TYPE));
  }

  private static void describe(XmlText xml, String site) throws XMLStreamException {
    xml.text("ShortName", "Broadsheet");
    xml.text("Description", "Full-text search in this news archive");
    xml.text("InputEncoding", "UTF-8");
    xml.text("OutputEncoding", "UTF-8");
    for (List<String> form :
        List.of(
            List.of("text/html", "results", "/search"),
            List.of("application/x-suggestions+json", "suggestions", SuggestHandler.PATH),
            List.of("application/atom+xml", "results", PATH))) {
      xml.empty(
          "Url",
          "type",
          form.getFirst(),
          "rel",
          form.get(1),
          "template",
          site + form.getLast() + "?q={searchTerms}");
    }
    xml.empty(
        "Url",
        "type",
        "application/opensearchdescription+xml",
        "rel",
        "self",
        "template",
        site + DESCRIPTION_PATH);
  }

  /** The server as the client names it: {@code http://localhost:8080}. */
  private static String site(Context context) {
    String url = context.url();
    int path = url.indexOf('/', url.indexOf("://") + "://".length());
    return path < 0 ? url : url.substring(0, path);
  }
}
