package broadsheet.corpus.print;

import broadsheet.article.PublicationDate;
import java.util.List;

/**
 * An issue of a newspaper: its pages, and the articles on them. Immutable.
 *
 * @param newspaper empty if not stated
 * @param language the language as stated, for articles that state none; empty if not stated
 * @param stableId an id that is the same wherever the issue is kept; empty if there is none
 * @param divisions its articles; none if it is not divided, when each page is one
 */
record Issue(
    String newspaper,
    PublicationDate date,
    String language,
    String stableId,
    List<Page> pages,
    List<Division> divisions) {

  /**
   * A page.
   *
   * @param label the printed number; never empty
   * @param texts the files that hold its text, relative to the issue's, the best first
   * @param images the files of its scan, the best first
   */
  record Page(String label, List<String> texts, List<String> images) {}

  /**
   * An article, advertisement or the like.
   *
   * @param id in the issue; empty if it has none
   * @param title empty if not stated
   * @param url empty if not stated
   */
  record Division(
      String id,
      String title,
      List<String> authors,
      String section,
      String language,
      String url,
      List<Part> parts) {}

  /**
   * A part of an article.
   *
   * @param page the index of its page in {@link #pages}
   */
  record Part(int page, Area area, boolean isHeading) {}
}
