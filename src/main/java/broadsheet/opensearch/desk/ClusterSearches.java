package broadsheet.opensearch.desk;

import broadsheet.desk.DeskException;
import broadsheet.desk.SavedSearch;
import broadsheet.desk.SavedSearches;
import broadsheet.desk.audit.Audit;
import broadsheet.opensearch.desk.SearchesDocument.Hold;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The saved searches on a cluster. Whoever holds them says so in their document and repeats it, see
 * {@link HeldSearches}. Others wait. After some silence they knock, which is to write to the
 * document, and go on once several knocks had no answer: so a holder that only could not write, as
 * while a node is replaced, has the time to.
 */
final class ClusterSearches implements SavedSearches {

  private static final int KNOCKS = 2;

  private final DeskIndex index;
  private final Duration lease;
  private final Audit audit;

  /**
   * @param lease how long a holder counts as alive that says nothing
   */
  ClusterSearches(DeskIndex index, Duration lease, Audit audit) {
    this.index = index;
    this.lease = lease;
    this.audit = audit;
  }

  @Override
  public List<SavedSearch> all() {
    return index.read(SearchesDocument.ID).map(SearchesDocument::searches).orElse(List.of());
  }

  @Override
  public SavedSearch add(String search, String reading) {
    SavedSearch saved = SavedSearch.by(audit.actor(), search, reading);
    return add(List.of(saved)).stream().filter(saved::isSame).findFirst().orElseThrow();
  }

  /**
   * Saves those of which neither the id nor the search is there.
   *
   * @return all that are saved now
   * @throws DeskException when there would be too many; none is saved
   */
  List<SavedSearch> add(List<SavedSearch> added) {
    Audit once = audit.once();
    return whenFree(
        known -> {
          List<SavedSearch> all = new ArrayList<>(known);
          for (SavedSearch each : added) {
            if (known.stream().noneMatch(other -> isSame(each, other))) {
              all.add(each);
            }
          }
          if (all.size() > MOST && all.size() > known.size()) {
            throw DeskException.tooManySearches();
          }
          all.stream().skip(known.size()).forEach(once::saved);
          return all;
        },
        Hold.NONE);
  }

  private static boolean isSame(SavedSearch one, SavedSearch other) {
    return one.id().equals(other.id()) || one.isSame(other);
  }

  @Override
  public Optional<SavedSearch> remove(String id) {
    if (find(id).isEmpty()) {
      return Optional.empty();
    }
    List<SavedSearch> removed = new ArrayList<>();
    Audit once = audit.once();
    whenFree(
        known -> {
          List<SavedSearch> rest = new ArrayList<>(known);
          removed.clear();
          known.stream().filter(each -> each.id().equals(id)).forEach(removed::add);
          removed.forEach(audit.actor()::requireOwned);
          removed.forEach(once::deleted);
          rest.removeAll(removed);
          return rest;
        },
        Hold.NONE);
    return removed.stream().findFirst();
  }

  /** How many searches a user owns. */
  int ownedBy(String user) {
    return (int) all().stream().filter(each -> each.owner().equals(user)).count();
  }

  /** Removes all searches of a user. */
  void removeAllOf(String user) {
    if (ownedBy(user) > 0) {
      whenFree(
          known -> known.stream().filter(each -> !each.owner().equals(user)).toList(), Hold.NONE);
    }
  }

  /** Gives all searches of a user to another. */
  void giveAll(String user, String other) {
    if (ownedBy(user) > 0) {
      whenFree(
          known ->
              known.stream()
                  .map(each -> each.owner().equals(user) ? each.givenTo(other) : each)
                  .toList(),
          Hold.NONE);
    }
  }

  /**
   * Changes the searches once nobody holds them.
   *
   * @param hold who holds them from then on
   * @return the searches as they are then
   */
  private List<SavedSearch> whenFree(UnaryOperator<List<SavedSearch>> change, Hold hold) {
    long end = System.nanoTime() + DeskIndex.PATIENCE.toNanos();
    Silence silence = new Silence(lease);
    do {
      Optional<List<SavedSearch>> done =
          index.change(
              SearchesDocument.ID,
              document -> {
                Hold other = SearchesDocument.hold(document);
                if (!other.isNone() && !silence.isOver(other)) {
                  return Optional.empty();
                }
                if (!other.isNone() && other.knocks() < KNOCKS) {
                  List<SavedSearch> all = SearchesDocument.searches(document);
                  SearchesDocument.write(all, other.knocked(), document);
                  return Optional.empty();
                }
                List<SavedSearch> searches = change.apply(SearchesDocument.searches(document));
                SearchesDocument.write(searches, hold, document);
                return Optional.of(searches);
              });
      if (done.isPresent()) {
        return done.get();
      }
      DeskIndex.pause();
    } while (System.nanoTime() < end);
    throw new DeskException(
        "An update holds the saved searches in %s: wait until it is done, then try again."
            .formatted(index.place()));
  }

  /**
   * Notices that a holder says nothing for a part of a lease. Only this machine's clock is used,
   * since those of others may differ.
   */
  private static final class Silence {
    private final Duration part;
    private Hold last = Hold.NONE;
    private long since;

    Silence(Duration lease) {
      part = lease.dividedBy(KNOCKS + 1);
    }

    boolean isOver(Hold hold) {
      if (!hold.equals(last)) {
        last = hold;
        since = System.nanoTime();
      }
      return System.nanoTime() - since > part.toNanos();
    }
  }

  @Override
  public Held hold() {
    Hold hold = Hold.by(UUID.randomUUID().toString());
    List<SavedSearch> searches = whenFree(UnaryOperator.identity(), hold);
    return new HeldSearches(index, hold.holder(), searches, lease);
  }

  @Override
  public long check() {
    return all().size();
  }
}
