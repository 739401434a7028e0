package broadsheet.web.story;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedArticle;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.SimilarArticles;
import broadsheet.export.ExportFormat;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryField;
import broadsheet.query.QueryNode;
import broadsheet.recording.Recordings;
import broadsheet.scan.Scans;
import broadsheet.web.link.PartAddress;
import broadsheet.web.link.PlaceAddress;
import broadsheet.web.lists.Keeping;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.QueryView;
import broadsheet.web.page.Renderer;
import broadsheet.web.request.Site;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers {@code /article/{id}}, and the same with {@code .json}, {@code .bib} or {@code .ris}. */
public final class ArticleHandler {

  /** The citation formats of a single article. */
  static final List<ExportFormat> REFERENCES = List.of(ExportFormat.BIB, ExportFormat.RIS);

  private static final String DATA = ".json";
  private static final String PART_SHOWN =
      "one of its pages or files, or of its stretches: a long article is shown from there; or all";

  private static final int MOST_SIMILAR = 5;
  private static final String[] MODULES = {
    "scan.js", "recording.js", "hits.js", "copy.js", "keep.js"
  };

  private final Archive archive;
  private final Renderer renderer;
  private final Scans scans;
  private final Recordings recordings;
  private final Keeping keeping;

  public ArticleHandler(Archive archive, Renderer renderer, Scans scans, Recordings recordings) {
    this.archive = archive;
    this.renderer = renderer;
    this.scans = scans;
    this.recordings = recordings;
    keeping = new Keeping(archive);
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return Stream.concat(
            Stream.of(
                Operation.page("/article/{id}", "Read an article")
                    .taking(ArchiveOperation.SEARCH.parameters())
                    .taking(Parameter.number(PartAddress.PART, PART_SHOWN)),
                Operation.get("/article/{id}.json", "Read an article, with the marks of a query")
                    .taking(ArchiveOperation.SEARCH.parameters())
                    .answeringJson(ArticleView.class)),
            REFERENCES.stream()
                .map(
                    format ->
                        Operation.get(
                                "/article/{id}" + format.suffix(),
                                "Cite an article as " + format.label())
                            .answering(format.type())))
        .toList();
  }

  /** Whether a path, in lower case, is that of a citation file. */
  public static boolean isReference(String path) {
    return path.startsWith("/article/") && format(path).isPresent();
  }

  private static Optional<ExportFormat> format(String path) {
    return ExportFormat.of(path).filter(REFERENCES::contains);
  }

  /**
   * The suffix selects the format. Ids may contain dots, so it is cut off here rather than by a
   * route.
   */
  public void answer(Context context) {
    String name = context.pathParam("name");
    Optional<ExportFormat> format = format(name);
    if (name.endsWith(DATA)) {
      Found found = find(context, without(DATA, name));
      Body.send(context, renderer.json(found.view()));
    } else if (format.isPresent()) {
      reference(context, without(format.get().suffix(), name), format.get());
    } else {
      html(context, find(context, name));
    }
  }

  private static String without(String suffix, String name) {
    return name.substring(0, name.length() - suffix.length());
  }

  private void reference(Context context, String id, ExportFormat format) {
    NamedArticle article = archive.engine().named(id).orElseThrow(() -> archive.withoutArticle(id));
    String file = id.replaceAll("[^A-Za-z0-9._-]", "_") + format.suffix();
    Body.saveAs(file, context);
    Body.send(context, new Body(format.of(article, Site.of(context)), format.type()));
  }

  private void html(Context context, Found found) {
    Optional<String> place =
        MarkAddress.resolved(
            QueryString.parse(context.queryString()), found.marked(), found.parameters());
    if (place.isPresent()) {
      context.redirect(place.get(), HttpStatus.FOUND);
      return;
    }
    WantedPart wanted = WantedPart.of(QueryString.parse(context.queryString()));
    MarkedArticle marked =
        wanted.isWhole() ? found.marked() : LongParagraphs.divided(found.marked());
    Article article = marked.article();
    OptionalInt second = second(context);
    String headline = article.headline();
    PageFrame frame = renderer.assets().frame(headline, "article.css", found.parameters(), MODULES);
    ArticlePage page =
        ArticlePage.of(
                frame,
                found.view(),
                marked,
                found.versions(),
                found.similar(),
                found.names(),
                corrections(article.id()),
                found.parameters(),
                Citation.of(
                    article, Site.published(context), LocalDate.now(ZoneId.systemDefault())),
                AdjacentResults.of(article.id(), found.parameters(), found.query(), archive),
                wanted.orParagraph(ArticleRecording.paragraphAt(article, second)),
                scans)
            .with(
                ArticleRecording.of(article, recordings, second),
                keeping.mark(article.id(), headline, context),
                keeping.form(article.id(), found.parameters(), context));
    keeping.letFormsTellTheirOrigin(context);
    Body.send(context, renderer.html("article", page));
  }

  /** The second of the recording that the address names; empty if it names none. */
  private static OptionalInt second(Context context) {
    return QueryString.parse(context.queryString()).filled(ArticleRecording.SECOND).stream()
        .mapToInt(second -> RecordingHandler.second(second).orElse(-1))
        .filter(second -> second >= 0)
        .findFirst();
  }

  /** The search for the articles that correct an article; null if there are none. */
  private @Nullable String corrections(String id) {
    Filters filters = Filters.none().with(FacetField.CORRECTION_OF, List.of(id));
    boolean isCorrected = archive.engine().hasAny(new QueryNode.Everything(), filters);
    return isCorrected
        ? SearchParameters.none().withFilters(filters).toQueryString().after("/search")
        : null;
  }

  private record Found(
      SearchParameters parameters,
      QueryNode query,
      MarkedArticle marked,
      NameLinks names,
      List<ArticleVersion> versions,
      SimilarArticles similar,
      ArticleView view) {}

  private Found find(Context context, String id) {
    SearchParameters parameters = SearchParameters.of(QueryString.parse(context.queryString()));
    ParsedQuery query = archive.parsed(parameters.text(), context);
    MarkedArticle marked =
        archive.engine().find(id, query.root()).orElseThrow(() -> archive.withoutArticle(id));
    NameLinks names = NameLinks.of(marked.names());
    SimilarArticles similar = archive.engine().similarTo(id, MOST_SIMILAR);
    List<ArticleVersion> versions = archive.engine().versions(id);
    ArticleView view =
        ArticleView.of(
            QueryView.of(query).and(Note.texts(marked.notes())),
            marked,
            names,
            versions,
            similar,
            RepeatedText.of(marked.article(), archive));
    return new Found(parameters, query.root(), marked, names, versions, similar, view);
  }

  /** Leads from the place of a {@link PlaceAddress} to the mark on the page. */
  private static final class MarkAddress {
    private static final Pattern FORM = Pattern.compile("(\\w{1,20})\\.(\\d{1,9})");

    private MarkAddress() {}

    /** The address on the page that a request for a place leads to; empty if it names none. */
    static Optional<String> resolved(
        QueryString given, MarkedArticle marked, SearchParameters search) {
      Optional<Matcher> place =
          given.filled(PlaceAddress.PLACE).stream()
              .findFirst()
              .map(FORM::matcher)
              .filter(Matcher::matches);
      return place.map(
          at -> {
            OptionalInt number =
                QueryField.named(at.group(1)).stream()
                    .mapToInt(part -> number(marked, part, Integer.parseInt(at.group(2))))
                    .filter(found -> found > 0)
                    .findFirst();
            String page = PartAddress.page(marked.article().id(), search, stretch(at, marked));
            return number.isPresent() ? page + "#hit-" + number.getAsInt() : page;
          });
    }

    /** The stretch that shows a place of the body; none if the page is whole. */
    private static String[] stretch(Matcher at, MarkedArticle marked) {
      boolean isInBody = QueryField.named(at.group(1)).stream().anyMatch(QueryField.BODY::equals);
      return isInBody
          ? ArticleParts.holding(LongParagraphs.divided(marked), Integer.parseInt(at.group(2)))
              .stream()
              .toArray(String[]::new)
          : new String[0];
    }

    private static int number(MarkedArticle marked, QueryField part, int offset) {
      return NumberedArticle.of(marked, NameLinks.of(marked.names()))
          .numberAt(part, offset)
          .orElse(0);
    }
  }
}
