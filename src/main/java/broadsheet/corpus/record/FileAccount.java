package broadsheet.corpus.record;

import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.corpus.text.CleanText;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.LedgerEntry;
import broadsheet.ledger.Outcome;
import java.io.IOException;
import java.io.Serial;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The ledger account of one file and everything packed in it: passes articles and entries on, and
 * counts them. For one thread.
 */
public final class FileAccount {

  private static final int MOST_UNUSED_FIELDS = 100;

  private final FileRecord found;
  private final Reception reception;
  private final Ledger ledger;
  private long articles;
  private long skipped;
  private long failed;
  private long remarked;
  private final Set<String> unusedFields = new TreeSet<>();
  private final Set<String> readers = new TreeSet<>();
  private String companions = "";
  private boolean isWaiting;
  private boolean dependsOnRecognition;
  private final SeenNames places = new SeenNames();
  private final Deque<HeldArticle> holding = new ArrayDeque<>();

  public FileAccount(FileRecord found, Reception reception, Ledger ledger) {
    this.found = found;
    this.reception = reception;
    this.ledger = ledger;
  }

  /** An account that is not kept, used to see what a file would give. */
  public static FileAccount nowhere() {
    FileRecord none = new FileRecord("", "", "", "", "", 0, 0, 0, 0, 0);
    return new FileAccount(none, new SinkReception(article -> {}), new Ledger());
  }

  /** The number of records so far, good or bad. */
  public long records() {
    return articles + skipped + failed;
  }

  /** See {@link Records#dependOnRecognition}. */
  void dependOnRecognition() {
    dependsOnRecognition = true;
  }

  public boolean dependsOnRecognition() {
    return dependsOnRecognition;
  }

  /** Notes the reader of the file, or of one in it. */
  public void readBy(String format) {
    readers.add(format);
  }

  /** The formats of all of them. */
  public Set<String> readers() {
    return Collections.unmodifiableSet(readers);
  }

  /** Notes the state of what the file was read with. */
  public void readWith(String state) {
    companions = state;
  }

  /** Reads a file inside another. */
  interface Step {
    /**
     * Reads it.
     *
     * @return its location
     */
    String read() throws IOException;
  }

  /** The first article of a file inside another, until it is known whether there are more. */
  private static final class HeldArticle {
    private Optional<Article> first = Optional.empty();
    private boolean isOneOfMany;
  }

  /**
   * Holds the articles of a step back, as long as there is only one.
   *
   * @return the only one, if it is the file as a whole; others were passed on
   */
  Optional<Article> holding(Step step) throws IOException {
    HeldArticle held = new HeldArticle();
    holding.push(held);
    String location;
    try {
      location = step.read();
    } finally {
      holding.pop();
    }
    Optional<Article> whole =
        held.first.filter(article -> article.locations().equals(List.of(location)));
    if (whole.isEmpty()) {
      held.first.ifPresent(this::article);
    }
    return whole;
  }

  void article(Article article) {
    HeldArticle held = holding.peek();
    if (held == null) {
      passOn(article);
    } else if (held.first.isEmpty() && !held.isOneOfMany) {
      held.first = Optional.of(article);
    } else {
      held.first.ifPresent(this::passOn);
      held.first = Optional.empty();
      held.isOneOfMany = true;
      passOn(article);
    }
  }

  private void passOn(Article article) {
    Article placed = placed(article);
    pass(() -> reception.article(found.path(), placed));
    articles++;
    ledger.indexed();
  }

  /**
   * The article at a place of its own. In a container, {@code a#1} may be a record of {@code a} or
   * an entry of that name, and {@code a/b} the entry {@code b} of the container {@code a} or an
   * entry in a folder.
   */
  private Article placed(Article article) {
    String place = article.locations().isEmpty() ? "" : article.locations().getFirst();
    if (!place.startsWith(found.location() + "/")) {
      return article;
    }
    String own = place;
    for (int i = 2; !places.add(own); i++) {
      own = place + " (" + i + ")";
    }
    return own.equals(place) ? article : article.toBuilder().location(own).build();
  }

  public void skipped(String place, String reason, String detail) {
    skipped++;
    isWaiting |= reason.equals(LedgerEntry.EMBARGO);
    enter(Outcome.SKIPPED, place, reason, detail);
  }

  /** Enters several items that are skipped for the same reason in one entry. */
  public void skipped(String place, String reason, long count) {
    skipped += count;
    String detail = count == 1 ? "" : count + " times";
    LedgerEntry entry = ledger.enter(Outcome.SKIPPED, place, reason, detail, count);
    pass(() -> reception.entry(found.path(), entry));
  }

  public void failed(String place, String reason, String detail) {
    failed++;
    enter(Outcome.FAILED, place, reason, detail);
  }

  void remark(String place, String reason, String detail) {
    remarked++;
    enter(Outcome.REMARKED, place, reason, detail);
  }

  /** Enters a notice that withdraws versions of items. */
  void withdrawn(
      Outcome outcome, String place, String detail, List<ItemVersion> versions, List<String> ids) {
    if (outcome == Outcome.SKIPPED) {
      skipped++;
    } else {
      remarked++;
    }
    LedgerEntry entry = ledger.enter(outcome, place, LedgerEntry.WITHDRAWN, detail);
    pass(() -> reception.entry(found.path(), entry.withdrawing(versions, ids)));
  }

  /** Notes a field of a record that its format does not use; each is named once per source. */
  void unused(String field) {
    if (unusedFields.size() < MOST_UNUSED_FIELDS) {
      unusedFields.add(CleanText.line(field));
    }
  }

  private void enterUnusedFields() {
    List<String> fields =
        unusedFields.stream().filter(field -> ledger.isFirst(source(), field)).toList();
    if (!fields.isEmpty()) {
      remark(found.path(), "unused fields", String.join(", ", fields));
    }
  }

  /** The folder being read; for a single file, its folder. */
  String source() {
    String path = found.path();
    boolean isBelow = path.replace('\\', '/').endsWith(found.location().replace('\\', '/'));
    return isBelow ? path.substring(0, path.length() - found.location().length()) : path;
  }

  private void enter(Outcome outcome, String place, String reason, String detail) {
    LedgerEntry entry = ledger.enter(outcome, place, reason, detail);
    pass(() -> reception.entry(found.path(), entry));
  }

  /**
   * Closes the account. A file with a record under embargo must be read again, because the embargo
   * ends by the clock.
   *
   * @param digest see {@link FileRecord#digest}
   */
  public void end(String digest) {
    enterUnusedFields();
    pass(() -> reception.end(isWaiting ? record("", "") : record(found.stamp(), digest)));
  }

  /**
   * Closes the account of a file that could not be read, or not to its end; it must be read again.
   */
  public void endUnread() {
    enterUnusedFields();
    pass(() -> reception.endUnread(record("", "")));
  }

  private FileRecord record(String stamp, String digest) {
    return new FileRecord(
        found.path(),
        found.location(),
        found.readAs(),
        stamp,
        digest,
        found.bytes(),
        articles,
        skipped,
        failed,
        remarked,
        companions);
  }

  private static void pass(Runnable step) {
    try {
      step.run();
    } catch (RuntimeException e) {
      throw new SinkFailure(e);
    }
  }

  /** Carries an exception of the sink past the code that keeps bad files from ending a run. */
  public static final class SinkFailure extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;
    private final RuntimeException thrown;

    SinkFailure(RuntimeException thrown) {
      super(thrown);
      this.thrown = thrown;
    }

    public RuntimeException thrown() {
      return thrown;
    }
  }
}
