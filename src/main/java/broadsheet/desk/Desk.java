package broadsheet.desk;

import broadsheet.engine.ArchiveCollection;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Everything readers keep of one archive. It outlives rebuilds and the loss of the index. Each call
 * sees earlier changes by other processes, and each change is durable when its call returns. Cheap
 * to create: nothing is opened until it is needed. Thread-safe, and safe between processes.
 */
public final class Desk {

  private final Store store;
  private final AuditLog log;
  private final Audit audit;
  private final Predicate<ArchiveCollection> shown;

  /** The desk in a store, changed by the operator. */
  public Desk(Store store, AuditLog log) {
    this(store, log, Actor.OPERATOR, _ -> true);
  }

  private Desk(Store store, AuditLog log, Actor actor, Predicate<ArchiveCollection> shown) {
    this.store = store;
    this.log = log;
    this.shown = shown;
    audit = new Audit(actor, log);
  }

  /** The place of this desk, in words for a message. */
  public String place() {
    return store.place();
  }

  /** The same desk with changes made by an actor. By default, the operator makes them. */
  public Desk by(Actor actor) {
    return new Desk(store, log, actor, shown);
  }

  /**
   * The same desk where lists have only articles of some collections, and corrections are of these,
   * and say nothing of the others.
   *
   * @param some whether what is of a collection is shown
   */
  public Desk showing(Predicate<ArchiveCollection> some) {
    Store of = new ShownStore(store, id -> some.test(ArchiveCollection.ofId(id)));
    return new Desk(of, log, audit.actor(), some);
  }

  /**
   * Writes to the audit log that the actor is about to change something outside the desk.
   *
   * @param what the kind of change, such as {@code judged}
   * @param about its names and values
   * @throws DeskException when it cannot be written
   */
  public void log(String what, Map<String, ?> about) {
    audit.log(what, about);
  }

  /** The saved searches. */
  public SavedSearches searches() {
    return new SavedSearches(store, audit);
  }

  /** The lists of articles, with notes. */
  public Lists lists() {
    return new Lists(store, audit);
  }

  /** The corrections of the archive's names. */
  public NameCorrections names() {
    return new NameCorrections(store, audit, shown);
  }

  /** The articles that users have read, for users with read marks on. */
  public ReadMarks readMarks() {
    return new ReadMarks(store);
  }

  /** The users who keep anything. */
  public Users users() {
    return new Users(store, audit);
  }

  /**
   * Looks whether lists and saved searches can be read, without reading all.
   *
   * @throws DeskException when they cannot
   */
  public void requireReadable() {
    store.has(Store.LISTS);
    store.has(Store.SEARCHES);
  }

  /** The folder of the desk, which need not exist; empty when the desk is on other machines. */
  public Optional<Path> folder() {
    return store.folder();
  }

  /**
   * Keeps others from changing anything, so that one state of the desk can be copied. Waits for
   * changes under way, such as the commit of an update.
   *
   * @throws DeskException when others do not finish in time, something is damaged, or its engine
   *     has tools of its own for backups
   */
  public HeldDesk hold() {
    return store.holdAll();
  }
}
