package broadsheet.lucene.erasing;

import broadsheet.article.Article.IdOrigin;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.RecordPlace;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.util.BytesRef;

/**
 * A name by which an article that was erased is known again. All but its text are also those of its
 * next version.
 */
public record ErasedName(Kind kind, String value) {

  /** The kind of thing that is named. */
  public enum Kind {
    /** The article, word for word: its fingerprint in hexadecimal digits. */
    TEXT,
    /** The item that it is a version of. */
    ITEM,
    /** The id that its source gave it. */
    ID,
    /** The address at which it was published. */
    ADDRESS
  }

  /** Between a source and the id that it gave. */
  static final char SEPARATOR = '\0';

  /** The name of a text. */
  public static ErasedName ofText(String fingerprint) {
    return new ErasedName(Kind.TEXT, fingerprint);
  }

  /** The names of an article; the same id of two sources is not the same. */
  static List<ErasedName> of(IndexedArticle article) {
    List<ErasedName> names = new ArrayList<>();
    names.add(ofText(hex(Fingerprint.of(article))));
    for (RecordPlace place : article.places()) {
      place.items().forEach(item -> names.add(new ErasedName(Kind.ITEM, item.key())));
      if (place.origin() == IdOrigin.STATED) {
        String source = article.article().source();
        names.add(new ErasedName(Kind.ID, source + SEPARATOR + place.claim()));
      }
    }
    String address = article.article().url();
    if (!address.isEmpty()) {
      names.add(new ErasedName(Kind.ADDRESS, address));
    }
    return names.stream().distinct().toList();
  }

  private static String hex(BytesRef bytes) {
    return HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }

  /** Its form in the {@link broadsheet.erasure.Tombstones}. */
  public String text() {
    return kind.name().toLowerCase(Locale.ROOT) + SEPARATOR + value;
  }
}
