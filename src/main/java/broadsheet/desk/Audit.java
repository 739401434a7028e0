package broadsheet.desk;

import broadsheet.article.ArticleRef;
import broadsheet.names.NameCorrection;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes a line for each change and its actor to the audit log, on disk before the change is
 * committed. The log thus has every change that was made, and perhaps some that failed afterwards.
 * No line contains a note or a query. Every method throws a {@link DeskException} when it cannot
 * write, and the change is then not made. Thread-safe, and safe between processes.
 */
final class Audit {

  /** An import may have thousands of articles; the first ones identify it. */
  private static final int MOST_IDS = 100;

  private static final String LIST = "list";
  private static final String NAME = "name";
  private static final String SEARCH = "search";

  private final Actor actor;
  private final AuditLog log;
  private final Optional<Set<Map<String, ?>>> said;

  /**
   * @param said the lines already written, which are not repeated; empty to write every line
   */
  private Audit(Actor actor, AuditLog log, Optional<Set<Map<String, ?>>> said) {
    this.actor = actor;
    this.log = log;
    this.said = said;
  }

  /** A log of an actor's changes. */
  Audit(Actor actor, AuditLog log) {
    this(actor, log, Optional.empty());
  }

  /** The same log, of one change that may be tried several times. For one thread. */
  Audit once() {
    return new Audit(actor, log, Optional.of(new HashSet<>()));
  }

  /** The user or operator who makes the changes. */
  Actor actor() {
    return actor;
  }

  /**
   * Writes a line.
   *
   * @param what the kind of change, such as {@code list made}
   * @param about the names and values of the line
   */
  void log(String what, Map<String, ?> about) {
    Map<String, Object> whole = new LinkedHashMap<>(about);
    whole.put("what", what);
    if (said.isEmpty() || said.get().add(whole)) {
      log.add(line(what, about));
    }
  }

  private Map<String, Object> line(String what, Map<String, ?> about) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("at", Instant.now().toString());
    line.put("by", actor.isOperator() ? "command line" : "server");
    line.put("user", actor.user());
    line.put("what", what);
    line.putAll(about);
    return line;
  }

  private static Map<String, Object> about(Object... namesAndValues) {
    Map<String, Object> about = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      about.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return about;
  }

  void made(ReadingList list) {
    log("list made", about(LIST, list.id(), NAME, list.name(), "owner", list.owner()));
  }

  /** Writes a line if the name changed, and another if the sharing did. */
  void changed(ReadingList before, ReadingList after) {
    if (!before.name().equals(after.name())) {
      log("list renamed", about(LIST, after.id(), NAME, after.name(), "was", before.name()));
    }
    if (before.sharing() == after.sharing()) {
      return;
    }
    if (after.sharing() == Sharing.PRIVATE) {
      log("list unshared", about(LIST, after.id(), NAME, after.name()));
    } else {
      String sharing = after.sharing().name().toLowerCase(Locale.ROOT);
      log("list shared", about(LIST, after.id(), NAME, after.name(), "to", sharing));
    }
  }

  void deleted(ReadingList list) {
    log(
        "list deleted",
        about(
            LIST, list.id(), NAME, list.name(), "owner", list.owner(), "articles", list.entries()));
  }

  void added(String list, Collection<ArticleRef> articles) {
    logArticles("articles added", list, articles);
  }

  void taken(String list, Collection<ArticleRef> articles) {
    logArticles("articles removed", list, articles);
  }

  private void logArticles(String what, String list, Collection<ArticleRef> articles) {
    if (!articles.isEmpty()) {
      List<String> ids = articles.stream().map(ArticleRef::id).limit(MOST_IDS).toList();
      log(what, about(LIST, list, "count", articles.size(), "articles", ids));
    }
  }

  void noted(String list, String article) {
    log("note changed", about(LIST, list, "article", article));
  }

  void restored(String list, String article) {
    log("article put back", about(LIST, list, "article", article));
  }

  void moved(String list, String article) {
    log("article moved", about(LIST, list, "article", article));
  }

  void saved(SavedSearch search) {
    log("search saved", about(SEARCH, search.id(), "owner", search.owner()));
  }

  void deleted(SavedSearch search) {
    log("search deleted", about(SEARCH, search.id(), "owner", search.owner()));
  }

  void corrected(NameCorrections.Numbered correction) {
    log("name corrected", about(correction));
  }

  void uncorrected(NameCorrections.Numbered correction) {
    log("name correction undone", about(correction));
  }

  private static Map<String, Object> about(NameCorrections.Numbered each) {
    NameCorrection correction = each.correction();
    Map<String, Object> about =
        about(
            "number",
            each.number(),
            "kind",
            correction.of().kind().label(),
            NAME,
            correction.of().text(),
            "form",
            correction.form());
    correction
        .becomes()
        .ifPresent(name -> about.putAll(about("toKind", name.kind().label(), "to", name.text())));
    if (!correction.collection().isEmpty()) {
      about.put("collection", correction.collection());
    }
    return about;
  }

  void correctionsImported(int count) {
    if (count > 0) {
      log("name corrections imported", about("count", count));
    }
  }

  /**
   * Writes that a user was removed.
   *
   * @param heir the new owner of the shared lists; empty for all users
   */
  void userRemoved(String user, String heir, Users.Kept kept) {
    log("user removed", about("removed", user, "heir", heir, "kept", counts(kept)));
  }

  void userRenamed(String user, String other, Users.Kept kept) {
    log("user renamed", about("renamed", user, "to", other, "kept", counts(kept)));
  }

  private static Map<String, Object> counts(Users.Kept kept) {
    return about(
        "lists", kept.lists(),
        "sharedLists", kept.sharedLists(),
        "searches", kept.searches(),
        "readMarks", kept.readMarks());
  }
}
