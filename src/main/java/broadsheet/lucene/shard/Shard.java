package broadsheet.lucene.shard;

import broadsheet.lucene.schema.ArticleDocument;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;

/** What a shard of an archive on several machines does. Thread-safe. */
public final class Shard {

  /** The format of the documents it makes and reads. */
  public static final int FORMAT = IndexFormat.VERSION;

  private static final String COUNT = "count";

  private Shard() {}

  /**
   * Answers a question about the documents of a reader: the number of articles, as eight bytes, is
   * the only one so far.
   *
   * @throws IllegalArgumentException when no such question is known
   */
  public static byte[] answer(DirectoryReader reader, byte[] question) throws IOException {
    if (!new String(question, StandardCharsets.UTF_8).equals(COUNT)) {
      throw new IllegalArgumentException("no question of this format");
    }
    long articles = new IndexSearcher(reader).count(IndexSchema.articles());
    return ByteBuffer.allocate(Long.BYTES).putLong(articles).array();
  }

  /**
   * The Lucene document of what a client sent to be indexed.
   *
   * @param sent as {@link SentArticle#bytes} makes it
   * @throws IllegalArgumentException when it is not from a client of this format
   */
  public static Document document(byte[] sent) {
    return ArticleDocument.of(SentArticle.of(sent));
  }

  /** What a client sends to have an article indexed. */
  public static byte[] sent(IndexedArticle article) {
    return SentArticle.bytes(article);
  }

  /** The analyzers of the fields that have one, by name; they set the gap between two values. */
  public static Map<String, Analyzer> analyzers() {
    Map<String, Analyzer> analyzers = new HashMap<>();
    for (QueryField field : QueryField.values()) {
      if (field.kind() == QueryField.Kind.TEXT || field.kind() == QueryField.Kind.KEYWORD) {
        analyzers.put(field.label(), IndexSchema.analyzer());
      }
    }
    analyzers.put(IndexSchema.ALL_WORDS, IndexSchema.analyzer());
    return analyzers;
  }
}
