package broadsheet.web.page;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The facts of the archive that pages are made by: the rooms that the header of each leads to, and
 * the end of its time. A room is closed if the archive has nothing for it. Those that are never
 * closed are left out.
 *
 * @param hasNames whether names were found in articles, or stated with them
 * @param hasNewspapers whether there are scanned issues to browse
 * @param lastDay the latest day of an article; empty if none is dated
 */
public record Rooms(boolean hasNames, boolean hasNewspapers, Optional<LocalDate> lastDay) {}
