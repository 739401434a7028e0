/**
 * How is a search cited, and repeated from its receipt? The page that cites it, its receipt as a
 * file, and the page and JSON of a replay.
 */
package broadsheet.web.cite;
