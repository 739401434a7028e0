package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import java.util.Set;
import org.jsoup.nodes.Element;

/** One way to write news in XML. Stateless. */
interface XmlVocabulary {

  /** What a caller names the format by. */
  String name();

  /** Judges by the first tag of a file, and by the beginning of the file. */
  Recognition recognise(XmlRoot root, Peek peek);

  /** The elements that are one item each, by local names in small letters. */
  Set<String> items();

  /** Whether an item may hold another. */
  default boolean mayNest() {
    return false;
  }

  /** Makes one item into an article. */
  Article article(Element item, XmlItem context) throws NotAnArticle;
}
