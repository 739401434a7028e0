package broadsheet.corpus.xml;

import broadsheet.article.ArticleBuilder;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.ReadDate;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.record.Records;
import java.util.List;
import org.jsoup.nodes.Element;

/**
 * The position of an item in an XML file.
 *
 * @param number see {@link Records#article}
 * @param envelope everything before the first item of the file
 */
record XmlItem(Records records, long number, Element envelope, DateReader dates) {

  /** The same position with another number. */
  XmlItem numbered(long its) {
    return new XmlItem(records, its, envelope, dates);
  }

  ArticleBuilder article(String ownId, String url) {
    return records.article(number, ownId, url);
  }

  /** Starts an article that its provider gives names; see {@link Records#items}. */
  ArticleBuilder article(String ownId, String url, List<ItemName> names) {
    return article(ownId, url).items(records.items(names));
  }

  /** The first of these dates that is understood; any remark is about the first one given. */
  PublicationDate date(String... texts) {
    ReadDate first = ReadDate.none();
    for (String text : texts) {
      ReadDate read = dates.read(text);
      if (read.date().isKnown()) {
        return records.remarked(number, read);
      }
      first = first.remark().isEmpty() ? read : first;
    }
    return records.remarked(number, first);
  }
}
