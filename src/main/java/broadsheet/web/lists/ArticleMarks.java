package broadsheet.web.lists;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.ReadingList;
import broadsheet.export.NewEntries;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.web.link.ListAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.KeepForm;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts articles on lists from pages of results and articles, and marks them as read. */
final class ArticleMarks {

  /** The buttons of a single article in a form. */
  private static final List<String> BUTTONS =
      List.of("star", "unstar", "restore", "read", "unread");

  private final Archive archive;
  private final ListAccess access;

  ArticleMarks(Archive archive) {
    this.archive = archive;
    this.access = new ListAccess(archive);
  }

  /** Its operation, for the OpenAPI document. */
  static Operation operation() {
    return Operation.form(ListAddress.PUT, "Put articles on a list, or change one article’s marks")
        .taking(
            Parameter.text("article", "the id of an article").repeatable(0),
            Parameter.text("list", "the id of the list; the last used one by default"),
            Parameter.text(KeepForm.TARGET, "the id of the list that stars change; likewise"),
            Parameter.text("name", "the name of a new list"))
        .taking(
            BUTTONS.stream()
                .map(button -> Parameter.text(button, "the id of an article to " + button))
                .toList())
        .taking(Parameter.text(Keeping.ARTICLE_PAGE, "the article whose page to return to"))
        .taking(ArchiveOperation.SEARCH.parameters());
  }

  /**
   * Puts the ticked articles of a page on a list, or changes one by its own button: a star, or a
   * read mark. An article that a star takes off can be restored on the next page.
   */
  public void put(Context context) {
    QueryString form = ListForms.of(context, archive);
    String one = one(form);
    Optional<QueryString.Pair> done =
        ListAccess.changed(
            () -> {
              switch (buttonOf(form)) {
                case "star" -> {
                  return put(target(form, context), List.of(one), context);
                }
                case "unstar" -> {
                  return unstarred(one, form, context);
                }
                case "restore" ->
                    access.lists(context).entries().restore(target(form, context).id(), one);
                case "read" ->
                    access.desk(context).readMarks().mark(access.user(context), ref(one), true);
                case "unread" ->
                    access.desk(context).readMarks().mark(access.user(context), ref(one), false);
                default -> {
                  return put(chosen(form, context), form.filled("article"), context);
                }
              }
              return Optional.empty();
            });
    String page = ListForms.value(form, Keeping.ARTICLE_PAGE);
    String path = page.isEmpty() ? "/search" : ArticleAddress.path(page);
    List<QueryString.Pair> pairs =
        new ArrayList<>(SearchParameters.of(form).toQueryString().pairs());
    done.ifPresent(pairs::add);
    String anchor = one.isEmpty() ? "keep" : "kept-" + anchorId(one, form, context);
    ListAccess.leadTo(
        new QueryString(pairs).after(path) + "#" + QueryString.encode(anchor), context);
  }

  /** The name of the button that was pressed; empty for the one of the ticked articles. */
  private static String buttonOf(QueryString form) {
    return BUTTONS.stream().filter(name -> !form.filled(name).isEmpty()).findFirst().orElse("");
  }

  private static String one(QueryString form) {
    return buttonOf(form).isEmpty() ? "" : ListForms.value(form, buttonOf(form));
  }

  /** The id of the article that a button belongs to; a restored one is named by its fingerprint. */
  private String anchorId(String one, QueryString form, Context context) {
    return buttonOf(form).equals("restore")
        ? access.lists(context).entries().articles(target(form, context).id()).stream()
            .filter(ref -> ref.fingerprint().equals(one))
            .findFirst()
            .map(ref -> archive.engine().idsOf(List.of(ref)).getOrDefault(ref, ref.id()))
            .orElse(one)
        : one;
  }

  /**
   * Puts articles on a list.
   *
   * @return says so on the page that follows; empty if there are none
   */
  private Optional<QueryString.Pair> put(ReadingList list, List<String> ids, Context context) {
    access.lists(context).entries().put(list.id(), NewEntries.of(ids, archive.engine()).entries());
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(new QueryString.Pair(Keeping.PUT, list.id() + "." + ids.size()));
  }

  /**
   * Takes an article off the list that the star shows, by fingerprint or id.
   *
   * @return names it for the page that offers to put it back; empty if it was not on the list
   */
  private Optional<QueryString.Pair> unstarred(String id, QueryString form, Context context) {
    ArticleRef wanted = ref(id);
    ReadingList list = target(form, context);
    return access.lists(context).entries().articles(list.id()).stream()
        .filter(on -> on.fingerprint().equals(wanted.fingerprint()) || on.id().equals(wanted.id()))
        .map(ArticleRef::fingerprint)
        .filter(
            fingerprint ->
                access.lists(context).entries().take(list.id(), List.of(fingerprint)) > 0)
        .map(fingerprint -> new QueryString.Pair(Keeping.REMOVED, list.id() + "." + fingerprint))
        .findFirst();
  }

  /** The list that the stars of the page change: the one last used when the page was shown. */
  private ReadingList target(QueryString form, Context context) {
    String shown = ListForms.value(form, KeepForm.TARGET);
    return shown.isEmpty()
        ? target(context)
        : access.allowed(shown, Actor::requireEditable, context);
  }

  /** The list that the reader may change and that was used last. */
  private ReadingList target(Context context) {
    return access.lists(context).all(access.user(context)).stream()
        .filter(archive.lists().actor(context)::edits)
        .findFirst()
        .orElseGet(() -> access.lists(context).create(access.user(context), Keeping.FIRST_LIST));
  }

  /** The list named in the form, an old one or a new one. */
  private ReadingList chosen(QueryString form, Context context) {
    String name = ListForms.value(form, "name");
    String id = ListForms.value(form, "list");
    if (!name.isEmpty()) {
      return access.lists(context).create(access.user(context), name);
    }
    return id.isEmpty() ? target(context) : access.seen(id, context);
  }

  private ArticleRef ref(String id) {
    return Optional.ofNullable(archive.engine().refs(List.of(id)).get(id))
        .orElseThrow(() -> archive.withoutArticle(id));
  }
}
