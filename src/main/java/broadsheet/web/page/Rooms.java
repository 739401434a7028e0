package broadsheet.web.page;

/**
 * The rooms that the header of each page leads to. One is closed if the archive has nothing for it.
 * Those that are never closed are left out.
 *
 * @param hasNames whether names were found in articles, or stated with them
 * @param hasNewspapers whether there are scanned issues to browse
 */
public record Rooms(boolean hasNames, boolean hasNewspapers) {}
