package broadsheet.corpus.xml;

import broadsheet.article.Article;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;

/** A vocabulary for news in XML. Stateless. */
interface XmlVocabulary {

  /** The name that callers use for the format. */
  String name();

  /** Judges by a file's first tag and beginning. */
  Recognition recognise(XmlRoot root, Peek peek);

  /** The elements that are one item each, by local name in lower case. */
  Set<String> items();

  /** Whether an item may contain another. */
  default boolean mayNest() {
    return false;
  }

  /** Makes one item into an article. */
  Article article(Element item, XmlItem context) throws NotAnArticle;

  /** One article of an item. */
  interface ItemPart {
    Article article(XmlItem context) throws NotAnArticle;
  }

  /** The articles of an item, in order: never none, and one unless the item is a whole issue. */
  default List<ItemPart> articles(Element item) {
    return List.of(context -> article(item, context));
  }
}
