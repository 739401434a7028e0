package broadsheet.lucene.schema;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * Lucene's codec, except that stored articles are compressed by {@link SharedDictionary}. Lucene
 * finds it by its name, which is in the index and must not change.
 */
public final class ArticleCodec extends FilterCodec {

  private static final String NAME = "BroadsheetLucene104";
  private static final String FORMAT = "BroadsheetStoredFields";

  /** Texts in bytes that share a dictionary. */
  private static final int CHUNK = 1280 << 10;

  private static final int MOST_ARTICLES = 1 << 10;

  /** Lucene's own: chunks whose places are packed together, as a power of two. */
  private static final int PLACES_BITS = 10;

  /** One for all, since Lucene copies chunks in a merge only where they have the same mode. */
  private static final StoredFieldsFormat STORED =
      new Lucene90CompressingStoredFieldsFormat(
          FORMAT, new SharedDictionary(), CHUNK, MOST_ARTICLES, PLACES_BITS);

  /** Also called by Lucene, to read an index. */
  public ArticleCodec() {
    super(NAME, new Lucene104Codec());
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return STORED;
  }
}
