package broadsheet.web.iiif;

import broadsheet.address.Problem;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.operation.Parameter;
import broadsheet.query.QueryNode;
import broadsheet.scan.Scans;
import broadsheet.web.iiif.IssueSearch.IssueMatch;
import broadsheet.web.issues.Newspapers;
import broadsheet.web.issues.PrintedIssue;
import broadsheet.web.link.IiifAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Access;
import broadsheet.web.request.Site;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers for viewers of other sites: the manifest of an issue, and searches in it. */
public record IiifHandler(Archive archive, Renderer renderer, Scans scans, Access access) {
  public static final String MANIFEST = IiifAddress.PATH + "/manifest.json";

  /** Content Search 2, below the address of an issue. */
  public static final String SEARCH = "/search";

  /** Content Search 1. */
  public static final String SEARCH_1 = "/search1";

  private static final String QUERY = "q";

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    Parameter query = Parameter.text(QUERY, "a query");
    return List.of(
        of(MANIFEST, "See an issue as a IIIF manifest"),
        of(IiifAddress.PATH + SEARCH, "Search in an issue: IIIF Content Search 2").taking(query),
        of(IiifAddress.PATH + SEARCH_1, "Search in an issue: IIIF Content Search 1").taking(query));
  }

  private static Operation of(String path, String summary) {
    return Operation.get(path, summary)
        .taking(
            Parameter.text("newspaper", "its name as in the address of its manifest"),
            Parameter.text("date", "a day such as 1904-01-17"))
        .answeringJson(Renderer.JSON, Map.of("type", "object"));
  }

  /** An issue with the pages that can be shown. */
  private record Shown(IiifAddress address, PrintedIssue issue, IssueCanvases canvases) {}

  public void manifest(Context context) {
    Shown shown = shown(context);
    send(
        new IssueManifest(Site.of(context), shown.address(), shown.issue(), shown.canvases())
            .json(),
        context);
  }

  public void search(Context context) {
    send(annotations(context, SEARCH, SearchAnnotations::version2), context);
  }

  public void search1(Context context) {
    send(annotations(context, SEARCH_1, SearchAnnotations::version1), context);
  }

  private Object annotations(
      Context context, String service, Function<SearchAnnotations, Object> version) {
    Shown shown = shown(context);
    QueryString given = QueryString.parse(context.queryString());
    Optional<String> text = given.filled(QUERY).stream().findFirst();
    QueryNode query = archive.parsed(text.orElse(""), context).root();
    List<IssueMatch> matches =
        text.isEmpty()
            ? List.of()
            : new IssueSearch(archive.engine()).matches(query, shown.address(), shown.canvases());
    String id = shown.canvases().base() + service;
    return version.apply(
        new SearchAnnotations(
            text.map(q -> id + "?" + QUERY + "=" + QueryString.encode(q)).orElse(id), matches));
  }

  private Shown shown(Context context) {
    IiifAddress address =
        IiifAddress.of(context.pathParam("newspaper"), context.pathParam("date"))
            .orElseThrow(IiifHandler::nothing);
    PrintedIssue issue = new Newspapers(archive.engine()).issue(address.newspaper(), address.day());
    IssueCanvases canvases = IssueCanvases.of(Site.of(context) + address.base(), issue, scans);
    if (canvases.all().isEmpty()) {
      throw nothing();
    }
    return new Shown(address, issue, canvases);
  }

  private static Refusal nothing() {
    return new Refusal(
        new Problem(
            "No such issue", HttpStatus.NOT_FOUND.getCode(), "This archive has no scans of it."));
  }

  private void send(Object json, Context context) {
    access.openToOtherSites(context);
    Body.send(context, renderer.json(json));
  }
}
