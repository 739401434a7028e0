package broadsheet.web.lists;

import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.ArticleRef;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.ListedArticle;
import broadsheet.desk.Lists;
import broadsheet.desk.ReadingList;
import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.result.Trends;
import broadsheet.names.Name;
import broadsheet.query.QueryNode;
import broadsheet.query.tree.ListLookup;
import broadsheet.web.link.ListAddress;
import broadsheet.web.link.PartAddress;
import broadsheet.web.page.Archive;
import broadsheet.web.page.HitEntry;
import broadsheet.web.page.KeepForm;
import broadsheet.web.page.KeptMark;
import broadsheet.web.request.SameOrigin;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds stars, tick boxes and read marks to articles on pages, for readers who may keep lists.
 * Thread-safe.
 */
public record Keeping(Archive archive) {

  private static final Logger LOG = LoggerFactory.getLogger(Keeping.class);

  /** Each list counted is a search. */
  private static final int MOST_COUNTED = 5;

  /** Names the article whose page the form is on. */
  static final String ARTICLE_PAGE = "at";

  /** Names the kind and the name on whose page of quotes the form is, with a slash between. */
  static final String QUOTES_PAGE = "quotes";

  /**
   * Names the article just taken off a list, for the page that offers to restore it: the id of the
   * list, a full stop and the fingerprint; on the list's own page the fingerprint alone.
   */
  public static final String REMOVED = "removed";

  /**
   * Names the articles just put on a list: the id of the list, their number, and the fingerprints
   * of those that were not on it, with full stops between.
   */
  static final String PUT = "put";

  /** The parameters that say what a form has just done, which are no part of a search. */
  public static final List<String> DONE = List.of(REMOVED, PUT);

  /** The name of the list that a star makes if there is none yet. */
  static final String FIRST_LIST = "Saved articles";

  /** Whether this reader may keep lists. */
  public boolean isOpen(Context context) {
    return archive.lists().isOpen(context);
  }

  /** Prepares the answer for the forms of a reader who may keep lists. */
  public void letFormsTellTheirOrigin(Context context) {
    if (isOpen(context)) {
      SameOrigin.letFormsTellTheirOrigin(context);
    }
  }

  /** The form of a page of results; empty if this reader keeps nothing. */
  public Optional<KeepForm> form(SearchParameters parameters, Context context) {
    return form(parameters.toQueryString().pairs(), context);
  }

  /** The form of an article's page; empty if this reader keeps nothing. */
  public Optional<KeepForm> form(String article, SearchParameters parameters, Context context) {
    List<QueryString.Pair> fields = new ArrayList<>(parameters.toQueryString().pairs());
    fields.add(new QueryString.Pair(ARTICLE_PAGE, article));
    QueryString.parse(context.queryString()).filled(PartAddress.PART).stream()
        .map(part -> new QueryString.Pair(PartAddress.PART, part))
        .forEach(fields::add);
    return form(fields, context);
  }

  /** The form of a page of quotes; empty if this reader keeps nothing. */
  public Optional<KeepForm> form(Name quoted, SearchParameters asked, Context context) {
    List<QueryString.Pair> fields = new ArrayList<>(asked.toQueryString().pairs());
    fields.add(new QueryString.Pair(QUOTES_PAGE, quoted.kind().label() + "/" + quoted.text()));
    return form(fields, context);
  }

  private Optional<KeepForm> form(List<QueryString.Pair> fields, Context context) {
    return whereOpen(
        context,
        () ->
            new KeepForm(
                fields,
                all(context).stream()
                    .filter(archive.lists().actor(context)::edits)
                    .map(list -> new KeepForm.Choice(list.id(), list.name()))
                    .toList(),
                removed(context).orElse(null),
                added(context).orElse(null)));
  }

  /** The list that the reader just put articles on, and how many. */
  private Optional<KeepForm.Added> added(Context context) {
    String[] put = ListForms.value(QueryString.parse(context.queryString()), PUT).split("[.]", 3);
    if (put.length < 2 || !put[1].matches("[1-9][0-9]{0,3}")) {
      return Optional.empty();
    }
    return archive
        .lists()
        .lists(context)
        .find(archive.lists().user(context), put[0])
        .map(
            list ->
                new KeepForm.Added(
                    Long.parseLong(put[1]),
                    list.id(),
                    list.name(),
                    ListAddress.page(list.id()),
                    put.length == 2 ? "" : put[2]));
  }

  /** The article that the reader just took off a list by its star. */
  private Optional<KeepForm.Removed> removed(Context context) {
    String name = ListForms.value(QueryString.parse(context.queryString()), REMOVED);
    int stop = name.indexOf('.');
    return stop < 0
        ? Optional.empty()
        : archive
            .lists()
            .lists(context)
            .find(archive.lists().user(context), name.substring(0, stop))
            .flatMap(list -> removed(list, name.substring(stop + 1), context));
  }

  private Optional<KeepForm.Removed> removed(
      ReadingList list, String fingerprint, Context context) {
    return ListedArticle.of(
            archive.lists().lists(context).entries().taken(list.id()), archive.engine())
        .stream()
        .map(ListedArticle::entry)
        .filter(entry -> entry.article().fingerprint().equals(fingerprint))
        .findFirst()
        .map(e -> new KeepForm.Removed(list.id(), list.name(), fingerprint, e.title()));
  }

  /** Empty if this reader keeps nothing, or the desk cannot be read: the rest of a page can. */
  private <T> Optional<T> whereOpen(Context context, Supplier<T> part) {
    if (!isOpen(context)) {
      return Optional.empty();
    }
    try {
      return Optional.of(part.get());
    } catch (DeskException e) {
      LOG.error("A page is shown without lists: {}", e.getMessage());
      return Optional.empty();
    }
  }

  /** The lists of the user who makes the request, the last used first. */
  private List<ReadingList> all(Context context) {
    return archive.lists().lists(context).all(archive.lists().user(context));
  }

  /**
   * Counts the hits of a search on each of the lists last used; leaves out lists without hits.
   * Empty if the search names lists itself.
   */
  public Map<String, Long> counts(QueryNode root, Filters filters, Context context) {
    return ListLookup.named(root).isEmpty()
        ? whereOpen(context, () -> counted(root, filters, context)).orElse(Map.of())
        : Map.of();
  }

  private Map<String, Long> counted(QueryNode root, Filters filters, Context context) {
    Map<String, Long> counts = new LinkedHashMap<>();
    List<ReadingList> lists = all(context).stream().limit(MOST_COUNTED).toList();
    if (!lists.isEmpty()) {
      Lists kept = archive.lists().lists(context);
      List<QueryNode> queries =
          lists.stream()
              .map(list -> narrowed(root, list, kept.entries().articles(list.id())))
              .toList();
      Trends trends = archive.engine().trends(queries, filters, Optional.of(Timeline.Unit.YEAR));
      for (int i = 0; i < lists.size(); i++) {
        long count = trends.lines().get(i).timeline().total();
        if (count > 0) {
          counts.put(lists.get(i).name(), count);
        }
      }
    }
    return counts;
  }

  private QueryNode narrowed(QueryNode root, ReadingList list, List<ArticleRef> articles) {
    Set<String> ids = Set.copyOf(archive.engine().idsOf(articles).values());
    QueryNode.OnList on = new QueryNode.OnList(list.name(), ids);
    return root instanceof QueryNode.Everything ? on : new QueryNode.AllOf(List.of(root, on));
  }

  /** Marks hits with the reader's lists and read marks; unchanged if this reader keeps nothing. */
  public List<HitEntry> entries(List<HitEntry> hits, Context context) {
    return whereOpen(
            context, () -> marks(hits.stream().map(hit -> hit.hit().id()).toList(), context))
        .map(
            marks ->
                hits.stream()
                    .map(hit -> hit.keptAs(marks.of(hit.hit().id(), hit.hit().title())))
                    .toList())
        .orElse(hits);
  }

  /** The reader's lists and read mark for an article; empty if this reader keeps nothing. */
  public Optional<KeptMark> mark(String id, String title, Context context) {
    return whereOpen(context, () -> marks(List.of(id), context).of(id, title));
  }

  private Marks marks(List<String> ids, Context context) {
    String user = archive.lists().user(context);
    Desk desk = archive.lists().desk(context);
    Map<String, ArticleRef> refs = archive.engine().refs(ids);
    boolean isReadKept = desk.readMarks().isOn(user);
    return new Marks(
        refs,
        all(context).stream().filter(archive.lists().actor(context)::edits).findFirst(),
        desk.lists().having(user, refs.values()),
        isReadKept,
        isReadKept ? desk.readMarks().among(user, refs.values()) : Set.of());
  }

  /**
   * The lists and read marks of some articles.
   *
   * @param target the list that stars change; empty if there is none yet
   */
  private record Marks(
      Map<String, ArticleRef> refs,
      Optional<ReadingList> target,
      Map<ArticleRef, List<ReadingList>> lists,
      boolean isReadKept,
      Set<ArticleRef> read) {

    KeptMark of(String id, String title) {
      ArticleRef ref = refs.get(id);
      List<ReadingList> on = ref == null ? List.of() : lists.getOrDefault(ref, List.of());
      return new KeptMark(
          id,
          title,
          target.map(ReadingList::name).orElse(FIRST_LIST),
          on.stream()
              .map(
                  list ->
                      new KeptMark.ListLink(list.id(), list.name(), ListAddress.page(list.id())))
              .toList(),
          target.stream().anyMatch(on::contains),
          isReadKept,
          ref != null && read.contains(ref));
    }
  }
}
