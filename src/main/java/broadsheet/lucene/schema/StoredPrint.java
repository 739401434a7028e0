package broadsheet.lucene.schema;

import broadsheet.article.Print;
import broadsheet.article.PrintedPage;
import broadsheet.article.WordPlaces;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/** Stores the printed form of an article in its document. Stateless. */
final class StoredPrint {
  private static final String PAGE = "print.page";
  private static final String WORDS = "print.words";

  /** Separates the parts of a page; its image comes last and may contain anything. */
  private static final String SEPARATOR = "\t";

  private static final int PARTS = 5;

  private StoredPrint() {}

  static void add(Print print, Document document) {
    for (PrintedPage page : print.pages()) {
      document.add(new StoredField(PAGE, stored(page)));
    }
    if (print.words().size() > 0) {
      document.add(new StoredField(WORDS, print.words().bytes()));
    }
    if (print.quality() != Print.UNKNOWN_QUALITY) {
      document.add(new IntField(IndexSchema.QUALITY, print.quality(), Field.Store.YES));
    }
  }

  private static String stored(PrintedPage page) {
    return String.join(
        SEPARATOR,
        Integer.toString(page.number()),
        Integer.toString(page.width()),
        Integer.toString(page.height()),
        page.label(),
        page.image());
  }

  /** Restores the print from the fields that {@link #add} stored. */
  static Print of(Document document) {
    String[] pages = document.getValues(PAGE);
    IndexableField quality = document.getField(IndexSchema.QUALITY);
    BytesRef words = document.getBinaryValue(WORDS);
    if (pages.length == 0 && quality == null) {
      return Print.NONE;
    }
    List<PrintedPage> read = new ArrayList<>();
    for (String page : pages) {
      String[] parts = page.split(SEPARATOR, PARTS);
      read.add(
          new PrintedPage(
              Integer.parseInt(parts[0]),
              parts[3],
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[2]),
              parts[4]));
    }
    return new Print(
        read,
        words == null ? WordPlaces.NONE : WordPlaces.ofBytes(BytesRef.deepCopyOf(words).bytes),
        quality == null ? Print.UNKNOWN_QUALITY : quality.numericValue().intValue());
  }
}
