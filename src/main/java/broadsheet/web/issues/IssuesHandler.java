package broadsheet.web.issues;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.Refusal;
import broadsheet.address.SearchParameters;
import broadsheet.article.Article;
import broadsheet.article.Part;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline;
import broadsheet.operation.Parameter;
import broadsheet.scan.Scans;
import broadsheet.web.issues.IssuesPage.IssuePage;
import broadsheet.web.issues.IssuesPage.Link;
import broadsheet.web.link.IiifAddress;
import broadsheet.web.link.IssueAddress;
import broadsheet.web.link.PartAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.Body;
import broadsheet.web.page.DateLabel;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.PageFrame;
import broadsheet.web.page.Renderer;
import broadsheet.web.page.ScanDrawing;
import io.javalin.http.Context;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers {@code /issues}: newspapers, the calendar of one, or one issue. */
public final class IssuesHandler {
  /** The most pages of an issue that are shown. */
  private static final int MOST_PAGES = 400;

  public static final String PATH = IssueAddress.PATH;

  private static final String PAGE = "page";

  /** Each newspaper shown takes a question to the engine. */
  private static final int SHOWN = 100;

  private final Newspapers newspapers;
  private final Renderer renderer;
  private final Scans scans;

  public IssuesHandler(Archive archive, Renderer renderer, Scans scans) {
    this.newspapers = new Newspapers(archive.engine());
    this.renderer = renderer;
    this.scans = scans;
  }

  /** Its operations, for the OpenAPI document. */
  public static List<Operation> operations() {
    return List.of(
        Operation.page(PATH, "Leaf through scanned newspapers")
            .taking(
                Parameter.text(IssueAddress.NEWSPAPER, "a newspaper, as in the list of all"),
                Parameter.number(PAGE, "the page of the list of newspapers"),
                Parameter.text(IssueAddress.YEAR, "a year of its calendar"),
                Parameter.text(IssueAddress.DAY, "the day of an issue, such as 1904-01-17")));
  }

  public void html(Context context) {
    QueryString given = QueryString.parse(context.queryString());
    Optional<String> newspaper = first(given, IssueAddress.NEWSPAPER);
    Optional<String> day = first(given, IssueAddress.DAY);
    IssuesPage page =
        newspaper.isEmpty()
            ? all(first(given, PAGE))
            : day.isPresent()
                ? issue(newspaper.get(), day(day.get()))
                : calendar(newspaper.get(), first(given, IssueAddress.YEAR));
    Body.send(context, renderer.html("issues", page));
  }

  private static Optional<String> first(QueryString given, String name) {
    return given.filled(name).stream().map(String::strip).findFirst();
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw Refusal.of(IssueAddress.DAY, "a day such as 1904-01-17", text);
    }
  }

  private PageFrame frame(String title) {
    return renderer.assets().frame(title, "issues.css", SearchParameters.none());
  }

  private IssuesPage all(Optional<String> wanted) {
    List<String> names = newspapers.names();
    int pages = Math.max(1, Math.ceilDiv(names.size(), SHOWN));
    int page = page(wanted, pages);
    List<Link> parts = new ArrayList<>();
    for (int i = 1; i <= pages && pages > 1; i++) {
      List<String> part = part(names, i);
      parts.add(
          new Link(
              part.getFirst() + " – " + part.getLast(),
              IssueAddress.PATH + "?" + PAGE + "=" + i,
              "",
              i == page));
    }
    return new IssuesPage(
        frame("Newspapers"),
        "Newspapers",
        null,
        part(names, page).stream()
            .map(name -> new Link(name, IssueAddress.of(name), span(name), false))
            .toList(),
        parts,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        null,
        null,
        false,
        null);
  }

  private static List<String> part(List<String> names, int page) {
    return names.subList(
        Math.min((page - 1) * SHOWN, names.size()), Math.min(page * SHOWN, names.size()));
  }

  private static int page(Optional<String> wanted, int pages) {
    String page = wanted.orElse("1");
    return page.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(page), 1, pages) : 1;
  }

  private String span(String newspaper) {
    List<Timeline.Bucket> years = newspapers.years(newspaper).buckets();
    if (years.isEmpty()) {
      return "undated";
    }
    int first = years.getFirst().start().getYear();
    int last = years.getLast().start().getYear();
    return first == last ? Integer.toString(first) : first + "–" + last;
  }

  private IssuesPage calendar(String newspaper, Optional<String> wanted) {
    Timeline all = newspapers.years(newspaper);
    List<Timeline.Bucket> years = all.buckets();
    int year = year(years, wanted);
    Timeline days = years.isEmpty() ? Timeline.empty() : newspapers.days(newspaper, year);
    List<Link> links =
        years.stream()
            .map(
                bucket ->
                    new Link(
                        Integer.toString(bucket.start().getYear()),
                        IssueAddress.of(newspaper, bucket.start().getYear()),
                        FormattedCount.of(bucket.count()),
                        bucket.start().getYear() == year))
            .toList();
    List<IssuesPage.Month> months =
        years.isEmpty()
            ? List.of()
            : YearCalendar.of(
                newspaper,
                year,
                days.buckets().stream().map(Timeline.Bucket::start).collect(Collectors.toSet()));
    return new IssuesPage(
        frame(newspaper),
        newspaper,
        null,
        List.of(),
        List.of(),
        links,
        undated(newspaper, all.undated(), year, days.imprecise()),
        months,
        List.of(),
        null,
        null,
        false,
        null);
  }

  /** Searches for the articles that no day of the calendar leads to. */
  private static List<Link> undated(String newspaper, long undated, int year, long imprecise) {
    List<Link> links = new ArrayList<>();
    if (imprecise > 0) {
      String text = FormattedCount.of(imprecise, "article") + " of " + year;
      links.add(
          new Link(text, search(newspaper, "date:" + year), "dated only by month or year", false));
    }
    if (undated > 0) {
      String text = FormattedCount.of(undated, "article");
      links.add(new Link(text, search(newspaper, "date:unknown"), "without a date", false));
    }
    return links;
  }

  private static String search(String newspaper, String date) {
    return SearchParameters.none()
        .withText("page:* " + date)
        .withFilters(Filters.none().with(FacetField.SOURCE, List.of(newspaper)))
        .toQueryString()
        .after("/search");
  }

  /** The year asked for, otherwise the first. */
  private static int year(List<Timeline.Bucket> years, Optional<String> wanted) {
    int first = years.isEmpty() ? 1 : years.getFirst().start().getYear();
    if (wanted.isEmpty()) {
      return first;
    }
    if (!wanted.get().matches("[0-9]{4}") || wanted.get().equals("0000")) {
      throw Refusal.of(IssueAddress.YEAR, "a year such as 1904", wanted.get());
    }
    return Integer.parseInt(wanted.get());
  }

  private IssuesPage issue(String newspaper, LocalDate day) {
    PrintedIssue issue = newspapers.issue(newspaper, day);
    List<IssuePage> pages = pages(issue);
    boolean hasScans = pages.stream().anyMatch(page -> page.scan() != null);
    return new IssuesPage(
        frame(newspaper + ", " + DateLabel.of(day)),
        DateLabel.of(day),
        new Link(newspaper, IssueAddress.of(newspaper, day.getYear()), "", false),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        pages,
        link(newspaper, newspapers.before(newspaper, day)),
        link(newspaper, newspapers.after(newspaper, day)),
        issue.articles().size() == Newspapers.MOST_ARTICLES,
        hasScans ? new IiifAddress(newspaper, day).manifest() : null);
  }

  private static @Nullable Link link(String newspaper, Optional<LocalDate> day) {
    return day.map(d -> new Link(DateLabel.of(d), IssueAddress.of(newspaper, d), "", false))
        .orElse(null);
  }

  /** The pages with the articles that are on them, edition by edition. */
  private List<IssuePage> pages(PrintedIssue issue) {
    return issue.sheets().stream().limit(MOST_PAGES).map(this::page).toList();
  }

  private IssuePage page(PrintedIssue.Sheet sheet) {
    PrintedIssue.Leaf leaf = sheet.leaf();
    int number = leaf.index() + 1;
    ScanDrawing scan =
        scans.has(leaf.page())
            ? ScanDrawing.of(leaf.article(), number, leaf.page(), List.of()).small()
            : null;
    return new IssuePage(
        leaf.page().label(),
        scan,
        ArticleAddress.scan(leaf.article(), number),
        sheet.articles().stream().map(article -> link(article, leaf)).toList());
  }

  /** An article at the page, if it began on another. */
  private static Link link(Article article, PrintedIssue.Leaf leaf) {
    List<Part> parts = article.positions().parts();
    boolean isBegun = leaf.page().equals(article.positions().pages().getFirst());
    String address =
        isBegun
            ? ArticleAddress.path(article.id())
            : PartAddress.of(article.id(), SearchParameters.none(), leaf.index() + 1, parts.size());
    return new Link(article.headline(), address, article.section(), false);
  }
}
