package broadsheet.corpus.xml;

import broadsheet.article.ArticleBuilder;
import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.ReadDate;
import broadsheet.corpus.record.Records;
import org.jsoup.nodes.Element;

/**
 * Where an item of an XML file stands.
 *
 * @param number see {@link Records#article}
 * @param envelope what stands before the first item of the file
 */
record XmlItem(Records records, long number, Element envelope, DateReader dates) {

  ArticleBuilder article(String ownId, String url) {
    return records.article(number, ownId, url);
  }

  /** The first of some dates that is understood; the remark, if any, is on the first there is. */
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
