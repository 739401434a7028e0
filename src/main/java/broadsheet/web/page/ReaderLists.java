package broadsheet.web.page;

import broadsheet.address.Problem;
import broadsheet.address.Refusal;
import broadsheet.desk.Actor;
import broadsheet.desk.Desk;
import broadsheet.desk.DeskException;
import broadsheet.desk.ListQueries;
import broadsheet.desk.Lists;
import broadsheet.engine.SearchEngine;
import broadsheet.query.ParsedQuery;
import broadsheet.query.tree.ListLookup;
import broadsheet.web.request.Access;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The desk of the user who makes a request. Only users who may make changes see lists: the lists
 * and read marks of reporters are not for everyone who can search. The desk can only be opened with
 * a request, so that every change is made by its user. Thread-safe.
 *
 * @param access decides who may make changes
 */
public record ReaderLists(Desk desk, Access access) {

  private static final Logger LOG = LoggerFactory.getLogger(ReaderLists.class);

  /** A change of a list takes a few times this. */
  private static final long LEAST_ROOM = 256 << 10;

  /** Whether this reader may keep lists. */
  public boolean isOpen(Context context) {
    return access.mayChange(context);
  }

  /** The name that lists belong to; empty if there are no users. */
  public String user(Context context) {
    return access.user(context).orElse("");
  }

  /** The user who makes the request. */
  public Actor actor(Context context) {
    return Actor.user(user(context));
  }

  /** The desk, which records the user of the request as the author of changes. */
  public Desk desk(Context context) {
    return desk.by(actor(context));
  }

  /** The lists, which record the user of the request as the author of changes. */
  public Lists lists(Context context) {
    return desk(context).lists();
  }

  /** Fills in the lists that a query names. */
  public ParsedQuery lookedUp(ParsedQuery parsed, SearchEngine engine, Context context) {
    if (ListLookup.named(parsed.root()).isEmpty()) {
      return parsed;
    }
    if (!isOpen(context)) {
      List<String> notes = new ArrayList<>(parsed.notes());
      notes.add("lists are only for those who may make changes here");
      return new ParsedQuery(parsed.text(), parsed.root(), parsed.reading(), notes);
    }
    try {
      return new ListQueries(desk, engine, user(context)).lookedUp(parsed);
    } catch (DeskException e) {
      throw unavailable(e);
    }
  }

  /**
   * Why readers cannot use what they keep, as a sentence; empty if they can. Not asked of a
   * cluster, whose engine reports its own faults.
   */
  public String trouble() {
    Path folder = desk.folder().filter(Files::isDirectory).orElse(null);
    if (folder == null) {
      return "";
    }
    try {
      desk.requireReadable();
      return Files.getFileStore(folder).getUsableSpace() < LEAST_ROOM
          ? "The disk is full, so readers cannot change their lists and alerts."
          : "";
    } catch (DeskException | IOException e) {
      return "Lists or alerts cannot be read: on the server, ./broadsheet check says why.";
    }
  }

  /** The fault names files, so it is only logged. */
  public static Refusal unavailable(DeskException e) {
    LOG.error("Lists cannot be read or kept: {}", e.getMessage());
    return new Refusal(
        new Problem(
            "Lists are unavailable",
            503,
            "The lists could not be read or written. Look whether a change was kept before you"
                + " repeat it, and see the server’s log for the cause."));
  }
}
