package broadsheet.export;

import broadsheet.desk.ListedArticle;
import broadsheet.desk.ReadingList;
import broadsheet.engine.SearchEngine;
import java.util.List;

/**
 * A list to be written.
 *
 * @param engine has the texts of its articles
 * @param site the address of the server, without a trailing slash, for links to articles; empty for
 *     none
 */
public record ExportedList(
    ReadingList list, List<ListedArticle> articles, SearchEngine engine, String site) {}
