package broadsheet.web.lists;

import static java.util.stream.Collectors.joining;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.article.ArticleRef;
import broadsheet.desk.Actor;
import broadsheet.desk.ListEntries;
import broadsheet.desk.ListEntry;
import broadsheet.desk.ReadingList;
import broadsheet.engine.NameProfile;
import broadsheet.export.NewEntries;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.query.CanonicalText;
import broadsheet.web.link.ListAddress;
import broadsheet.web.link.NameAddress;
import broadsheet.web.link.PartAddress;
import broadsheet.web.openapi.Operation;
import broadsheet.web.page.Archive;
import broadsheet.web.page.KeepForm;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Puts articles on lists from pages of results and articles, and marks them as read. */
final class ArticleMarks {

  /** Takes articles off the list again, by fingerprints with full stops between. */
  private static final String TAKE = "take";

  /** The same, and puts them on another list. */
  private static final String MOVE = "move";

  /** The buttons in a form, each for the articles that its value names. */
  private static final List<String> BUTTONS =
      List.of("star", "unstar", "restore", "read", "unread", TAKE, MOVE);

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
            Parameter.text(KeepForm.TARGET, "the id of the list that is changed; likewise"),
            Parameter.text("name", "the name of a new list"))
        .taking(
            BUTTONS.stream()
                .map(button -> Parameter.text(button, "the articles to " + button))
                .toList())
        .taking(Parameter.text(Keeping.ARTICLE_PAGE, "the article whose page to return to"))
        .taking(Parameter.text(Keeping.QUOTES_PAGE, "the kind and name to whose quotes to return"))
        .taking(Parameter.text(PartAddress.PART, "the part of it to return to"))
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
                  return put(target(form, context), List.of(one), form, context);
                }
                case "unstar" -> {
                  return unstarred(one, form, context);
                }
                case "restore" ->
                    access.lists(context).entries().restore(target(form, context).id(), one);
                case TAKE ->
                    access.lists(context).entries().take(target(form, context).id(), split(one));
                case MOVE -> {
                  return moved(split(one), form, context);
                }
                case "read" ->
                    access.desk(context).readMarks().mark(access.user(context), ref(one), true);
                case "unread" ->
                    access.desk(context).readMarks().mark(access.user(context), ref(one), false);
                default -> {
                  return put(chosen(form, context), form.filled("article"), form, context);
                }
              }
              return Optional.empty();
            });
    String page = ListForms.value(form, Keeping.ARTICLE_PAGE);
    String quotes = quoted(form).map(NameAddress::quotes).orElse("/search");
    String path = page.isEmpty() ? quotes : ArticleAddress.path(page);
    List<QueryString.Pair> pairs =
        new ArrayList<>(SearchParameters.of(form).toQueryString().pairs());
    form.filled(PartAddress.PART).stream()
        .filter(_ -> !page.isEmpty())
        .map(part -> new QueryString.Pair(PartAddress.PART, part))
        .forEach(pairs::add);
    done.ifPresent(pairs::add);
    String anchor = one.isEmpty() ? "keep" : "kept-" + anchorId(one, form, context);
    ListAccess.leadTo(
        new QueryString(pairs).after(path) + "#" + QueryString.encode(anchor), context);
  }

  /** The name on whose page of quotes the form is. */
  private static Optional<Name> quoted(QueryString form) {
    String[] of = ListForms.value(form, Keeping.QUOTES_PAGE).split("/", 2);
    return of.length < 2 || of[1].isBlank()
        ? Optional.empty()
        : NameKind.named(of[0]).map(kind -> new Name(kind, of[1]));
  }

  /** The query whose results the form is with; empty for none. */
  private static String search(QueryString form) {
    return quoted(form)
        .map(NameProfile::quoting)
        .map(CanonicalText::of)
        .orElseGet(() -> SearchParameters.of(form).text());
  }

  /** The name of the button that was pressed; empty for the one of the ticked articles. */
  private static String buttonOf(QueryString form) {
    return BUTTONS.stream().filter(name -> !form.filled(name).isEmpty()).findFirst().orElse("");
  }

  private static String one(QueryString form) {
    return buttonOf(form).isEmpty() ? "" : ListForms.value(form, buttonOf(form));
  }

  /** The id of the article that a button belongs to, which some name by its fingerprint. */
  private String anchorId(String one, QueryString form, Context context) {
    String list = target(form, context).id();
    ListEntries entries = access.lists(context).entries();
    return List.of("restore", TAKE, MOVE).contains(buttonOf(form))
        ? Stream.concat(
                entries.articles(list).stream(),
                entries.taken(list).stream().map(ListEntry::article))
            .filter(ref -> ref.fingerprint().equals(split(one).getFirst()))
            .findFirst()
            .map(ref -> archive.engine().idsOf(List.of(ref)).getOrDefault(ref, ref.id()))
            .orElse(one)
        : one;
  }

  /**
   * Puts articles on a list.
   *
   * @return names it and them for the page that offers to undo it; empty if there are none
   */
  private Optional<QueryString.Pair> put(
      ReadingList list, List<String> ids, QueryString form, Context context) {
    Set<ArticleRef> before = Set.copyOf(access.lists(context).entries().articles(list.id()));
    List<ListEntry> entries =
        NewEntries.of(ids, archive.engine()).entries().stream()
            .map(entry -> entry.keptFor(search(form)))
            .toList();
    access.lists(context).entries().put(list.id(), entries);
    Stream<String> added =
        access.lists(context).entries().articles(list.id()).stream()
            .filter(article -> !before.contains(article))
            .map(ArticleRef::fingerprint);
    String put = Stream.concat(Stream.of(list.id(), "" + ids.size()), added).collect(joining("."));
    return ids.isEmpty() ? Optional.empty() : Optional.of(new QueryString.Pair(Keeping.PUT, put));
  }

  private static List<String> split(String fingerprints) {
    return List.of(fingerprints.split("[.]"));
  }

  /** Takes articles off the list that they were just put on, and puts them on another. */
  private Optional<QueryString.Pair> moved(
      List<String> fingerprints, QueryString form, Context context) {
    ReadingList from = target(form, context);
    ReadingList other = chosen(form, context);
    List<ArticleRef> wanted =
        access.lists(context).entries().articles(from.id()).stream()
            .filter(article -> fingerprints.contains(article.fingerprint()))
            .toList();
    Optional<QueryString.Pair> done =
        put(other, List.copyOf(archive.engine().idsOf(wanted).values()), form, context);
    if (!other.id().equals(from.id())) {
      access.lists(context).entries().take(from.id(), fingerprints);
    }
    return done;
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
