package broadsheet.web.page;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The facts that pages are made by: the rooms that the header of each leads to, and the end of the
 * archive's time. A room is closed if the archive has nothing for it or the reader may not use it.
 * Those that are never closed are left out.
 *
 * @param hasNames whether names were found in articles, or stated with them
 * @param hasNewspapers whether there are scanned issues to browse
 * @param lastDay the latest day of an article; empty if none is dated
 * @param hasAlerts whether there are alerts to read
 * @param mayChange whether the reader may keep articles and ask for much at once
 * @param uses what the reader may do with what is read
 */
public record Rooms(
    boolean hasNames,
    boolean hasNewspapers,
    Optional<LocalDate> lastDay,
    boolean hasAlerts,
    boolean mayChange,
    ReaderUses uses) {

  /** Nothing is known of an archive. */
  public static final Rooms NONE =
      new Rooms(false, false, Optional.empty(), false, false, ReaderUses.ALL);

  Rooms forReader(boolean mayChange, ReaderUses uses) {
    return new Rooms(hasNames, hasNewspapers, lastDay, hasAlerts, mayChange, uses);
  }

  /** Whether words are counted for the reader. */
  public boolean hasWords() {
    return uses.words().isAny();
  }

  /** Whether the reader may take many articles away. */
  public boolean mayExport() {
    return uses.exports().isAny();
  }

  /** Whether the reader may ask for much at once. */
  public boolean mayAskMuch() {
    return mayChange && mayExport();
  }
}
