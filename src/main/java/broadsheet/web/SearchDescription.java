package broadsheet.web;

import broadsheet.export.XmlText;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Body;
import broadsheet.web.request.Site;
import broadsheet.web.results.SuggestHandler;
import broadsheet.web.takeaway.FeedHandler;
import io.javalin.http.Context;
import java.util.List;
import javax.xml.stream.XMLStreamException;

/**
 * Describes the archive as a search engine that browsers can add.
 *
 * <p>Source: OpenSearch 1.1, https://github.com/dewitt/opensearch.
 */
final class SearchDescription {
  static final String PATH = "/opensearch.xml";

  private static final String TYPE = "application/opensearchdescription+xml; charset=utf-8";
  private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

  private SearchDescription() {}

  /** Its operations, for the OpenAPI document. */
  static Operation operation() {
    return Operation.get(PATH, "Describe the search to browsers").answering(TYPE);
  }

  static void answer(Context context) {
    String site = Site.of(context);
    byte[] document =
        XmlText.document("OpenSearchDescription", NAMESPACE, xml -> describe(xml, site));
    Body.send(context, new Body(document, TYPE));
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
            List.of("application/atom+xml", "results", FeedHandler.PATH))) {
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
        site + PATH);
  }
}
