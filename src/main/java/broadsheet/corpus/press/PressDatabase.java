package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import java.util.List;
import org.jsoup.nodes.Document;

/** A database of newspaper articles, by the layouts of its exports. Stateless. */
interface PressDatabase {

  /**
   * Whether an export of it begins like this.
   *
   * @param head the beginning of a text or page, or the first paragraphs of an office file
   */
  boolean isExport(String head);

  /** The documents in a text. */
  List<PressDocument> documents(PressText text, DateReader dates);

  /** The documents in a page. */
  default List<PressDocument> documents(Document page, DateReader dates) {
    return documents(PressText.ofHtml(page), dates);
  }
}
