package broadsheet.benchmark;

import java.util.List;

/**
 * A generated article. Component names are the keys of its JSON.
 *
 * @param date ISO 8601, by day or by month; empty if unknown
 */
record GeneratedArticle(
    String id,
    String title,
    String body,
    String date,
    String source,
    String section,
    String author,
    List<String> topic,
    List<String> place,
    List<String> person) {

  static final String BREAK = "\n\n";

  /** The same text in another source, under another headline, without its last paragraph. */
  GeneratedArticle reprint(
      String otherId, String otherTitle, String otherDate, String otherSource) {
    int end = body.lastIndexOf(BREAK);
    String cut = end < 0 ? body : body.substring(0, end);
    return new GeneratedArticle(
        otherId, otherTitle, cut, otherDate, otherSource, section, author, topic, place, person);
  }
}
