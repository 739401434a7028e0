package broadsheet.desk;

import broadsheet.article.ArticleRef;
import broadsheet.engine.SearchEngine;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryNode;
import broadsheet.query.QueryNode.OnList;
import broadsheet.query.tree.ListLookup;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up the lists that a user's queries name: {@code list:"Cocoa story"}. A query without lists
 * costs nothing. Stateless.
 *
 * @param user the user whose lists are looked up; empty where there are no users
 */
public record ListQueries(Desk desk, SearchEngine engine, String user) {

  /**
   * The query with its lists filled in, and notes on those that do not exist.
   *
   * @throws DeskException when the lists cannot be read
   */
  public ParsedQuery lookedUp(ParsedQuery parsed) {
    Set<String> names = ListLookup.named(parsed.root());
    if (names.isEmpty()) {
      return parsed;
    }
    Map<String, Set<String>> ids = new HashMap<>();
    List<String> notes = new ArrayList<>(parsed.notes());
    for (String name : names) {
      Optional<Collection<ArticleRef>> kept = kept(name);
      kept.ifPresentOrElse(refs -> ids.put(name, today(refs)), () -> notes.add(missing(name)));
    }
    QueryNode root = ListLookup.filled(parsed.root(), name -> ids.getOrDefault(name, Set.of()));
    return new ParsedQuery(parsed.text(), root, parsed.reading(), notes);
  }

  /** Empty where there is no such list. */
  private Optional<Collection<ArticleRef>> kept(String name) {
    return switch (name) {
      case OnList.ANY -> Optional.of(desk.lists().listed(user));
      case OnList.READ ->
          desk.readMarks().isOn(user) ? Optional.of(desk.readMarks().all(user)) : Optional.empty();
      default ->
          desk.lists().find(user, name).map(list -> desk.lists().entries().articles(list.id()));
    };
  }

  private Set<String> today(Collection<ArticleRef> refs) {
    return Set.copyOf(engine.idsOf(refs).values());
  }

  private static String missing(String name) {
    return name.equals(OnList.READ)
        ? "nothing is marked as read: read marks are off"
        : "there is no list “%s”".formatted(name);
  }
}
