package broadsheet.desk;

import broadsheet.engine.ArchiveCollection;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The corrections that editors made to the names of an archive. They belong to all users: each may
 * undo those of others. All of them are in one document, which is never rewritten: a change makes
 * another one, and a small document names the current one. Thread-safe, and safe between processes.
 */
public final class NameCorrections {

  /** The most corrections of a collection: all of them are read and written together. */
  public static final int MOST = 10_000;

  private static final String PREFIX = Store.NAMES + "-";
  private static final String CURRENT = "current";

  /** The most attempts to read the corrections while others change them. */
  private static final int MOST_READS = 30;

  private static final long PAUSE_NANOS = 20_000_000;

  private final Store store;
  private final Audit audit;
  private final Predicate<ArchiveCollection> shown;

  /**
   * @param shown the collections whose corrections are seen and made
   */
  NameCorrections(Store store, Audit audit, Predicate<ArchiveCollection> shown) {
    this.store = store;
    this.audit = audit;
    this.shown = shown;
  }

  /**
   * A correction on the desk.
   *
   * @param number its permanent number, from 1; that of an undone one is not used again
   */
  public record Numbered(long number, NameCorrection correction) {}

  /**
   * A text that changes with each change of the corrections, by whatever process; empty before the
   * first. Cheap, however many corrections there are.
   *
   * @throws DeskException when it cannot be read
   */
  public String version() {
    return store.read(Store.NAMES).map(NameCorrections::current).orElse("");
  }

  private static String current(JsonNode names) {
    return names.path(Store.CONTENT).path(CURRENT).asText();
  }

  /**
   * All corrections, the oldest first, which is the order in which they are applied.
   *
   * @throws DeskException when they cannot be read
   */
  public List<Numbered> all() {
    return attempted(() -> read(version()).map(NameCorrectionsDocument::all)).stream()
        .filter(each -> isShown(each.correction()))
        .toList();
  }

  private boolean isShown(NameCorrection correction) {
    return shown.test(ArchiveCollection.tagged(correction.collection()));
  }

  /** The same without their numbers. */
  public List<NameCorrection> corrections() {
    return all().stream().map(Numbered::correction).toList();
  }

  private <T> T attempted(Supplier<Optional<T>> attempt) {
    for (int i = 0; i < MOST_READS; i++) {
      Optional<T> result = attempt.get();
      if (result.isPresent()) {
        return result.get();
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw store.damaged(Store.NAMES, "the corrections of names are missing");
  }

  /** The corrections of a version; empty when others have just replaced it. */
  private Optional<NameCorrectionsDocument> read(String version) {
    return version.isEmpty()
        ? Optional.of(new NameCorrectionsDocument())
        : store.read(version).map(NameCorrectionsDocument::of);
  }

  /**
   * Corrects a name.
   *
   * @param of the name that is corrected, which the archive need not have
   * @param form the form that it concerns; empty for all forms of the name
   * @param becomes the name it stands for instead; empty to hide it
   * @throws IllegalArgumentException when it would change nothing, or a text is too long
   * @throws DeskException when it cannot be stored, or there are already {@value #MOST}; nothing
   *     changes
   */
  public Numbered add(Name of, String form, Optional<Name> becomes) {
    return add(of, form, becomes, List.of(ArchiveCollection.FIRST)).getFirst();
  }

  /**
   * Corrects a name in some collections; see {@link #add(Name, String, Optional)}.
   *
   * @return one correction for each of them
   */
  public List<Numbered> add(
      Name of, String form, Optional<Name> becomes, Collection<ArchiveCollection> collections) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    Audit once = audit.once();
    return change(
        known -> {
          Instant at = known.notBeforeTheLast(now);
          NameCorrection made = new NameCorrection(of, form, becomes, audit.actor().user(), at);
          List<Numbered> added =
              collections.stream().sorted().map(each -> known.add(made.in(each.tag()))).toList();
          added.forEach(once::corrected);
          return added;
        });
  }

  /**
   * Adds corrections as others made them. One that is on the desk already stays once.
   *
   * @return the number of those that were added
   * @throws DeskException when they cannot be stored, or there would be more than {@value #MOST};
   *     nothing changes
   */
  public int addAll(List<NameCorrection> corrections) {
    Audit once = audit.once();
    return change(
        known -> {
          Set<NameCorrection> missing = new LinkedHashSet<>(corrections);
          known.all().forEach(each -> missing.remove(each.correction()));
          missing.forEach(known::add);
          once.correctionsImported(missing.size());
          return missing.size();
        });
  }

  /**
   * Undoes a correction.
   *
   * @return the one that was undone; empty when there is none of that number
   * @throws DeskException when the change cannot be stored; nothing changes
   */
  public Optional<Numbered> remove(long number) {
    Audit once = audit.once();
    return change(
        known -> {
          Optional<Numbered> removed = known.remove(number);
          removed.ifPresent(once::uncorrected);
          return removed;
        });
  }

  /**
   * Undoes a correction in all collections that are shown.
   *
   * @param key its {@link NameCorrection#key}; of one that was undone before, nothing happens
   * @throws DeskException when the change cannot be stored; nothing changes
   */
  public void undo(String key) {
    all().stream()
        .filter(each -> each.correction().key().equals(key))
        .forEach(each -> remove(each.number()));
  }

  private <T> T change(Function<NameCorrectionsDocument, T> change) {
    return attempted(
        () ->
            store.change(
                Store.NAMES,
                (names, parts) ->
                    read(current(names)).map(known -> changed(known, change, names, parts))));
  }

  private static <T> T changed(
      NameCorrectionsDocument corrections,
      Function<NameCorrectionsDocument, T> change,
      ObjectNode names,
      DocumentParts parts) {
    List<Numbered> before = corrections.all();
    T result = change.apply(corrections);
    if (!corrections.all().equals(before)) {
      String version = current(names);
      String next = parts.addNew(PREFIX, corrections.document());
      parts.name(version.isEmpty() ? List.of() : List.of(version), List.of(next));
      names.putObject(Store.CONTENT).put(CURRENT, next);
    }
    return result;
  }

  /**
   * Verifies every record.
   *
   * @return the number of corrections
   * @throws DeskException when one is damaged
   */
  public long check() {
    store.check(Store.NAMES);
    return all().size();
  }
}
