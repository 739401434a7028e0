package broadsheet.lucene.schema;

import org.apache.lucene.codecs.FilterCodec;
import org.apache.lucene.codecs.StoredFieldsFormat;
import org.apache.lucene.codecs.compressing.CompressionMode;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene90.compressing.Lucene90CompressingStoredFieldsFormat;

/**
 * Lucene's codec, except that stored articles are in small chunks, for an index whose texts may be
 * on another machine: to read one takes few bytes. Lucene finds it by its name, which is in the
 * index and must not change.
 */
public final class SettledCodec extends FilterCodec {

  private static final String NAME = "BroadsheetSettledLucene104";
  private static final String FORMAT = "BroadsheetSettledFields";

  /** Bytes before they are compressed. */
  private static final int CHUNK = 16 << 10;

  private static final int MOST_ARTICLES = 128;

  /** Lucene's own: chunks whose places are packed together, as a power of two. */
  private static final int PLACES_BITS = 10;

  private static final StoredFieldsFormat STORED =
      new Lucene90CompressingStoredFieldsFormat(
          FORMAT, CompressionMode.FAST, CHUNK, MOST_ARTICLES, PLACES_BITS);

  /** Also called by Lucene, to read an index. */
  public SettledCodec() {
    super(NAME, new Lucene104Codec());
  }

  @Override
  public StoredFieldsFormat storedFieldsFormat() {
    return STORED;
  }
}
