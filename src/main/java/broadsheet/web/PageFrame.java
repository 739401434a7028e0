package broadsheet.web;

import java.util.List;

/**
 * What stands around every page.
 *
 * @param title of the window
 * @param stylesheets their addresses
 * @param script the address of the module that starts the others
 * @param query what the search box holds
 * @param choices what a new query keeps: size, sort, filters
 */
public record PageFrame(
    String title,
    List<String> stylesheets,
    String script,
    String query,
    List<QueryString.Pair> choices) {}
