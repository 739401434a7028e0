package broadsheet.lucene;

import java.io.IOException;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Documents of random words, {@code w0} to {@code w59}, of very different frequencies, in several
 * segments and with deletions.
 */
public final class RandomWords {

  public static final String FIELD = "text";

  /** The average number of documents in a segment. */
  private static final int SEGMENT = 700;

  private RandomWords() {}

  /**
   * Writes documents.
   *
   * @param further adds to each document the fields that a test needs
   */
  public static void write(
      ByteBuffersDirectory directory, int documents, Random random, Consumer<Document> further)
      throws IOException {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < documents; i++) {
        Document document = new Document();
        document.add(new TextField(FIELD, text(random), Field.Store.NO));
        further.accept(document);
        writer.addDocument(document);
        if (random.nextInt(SEGMENT) == 0) {
          writer.commit();
        }
      }
      writer.deleteDocuments(new Term(FIELD, "w40"));
    }
  }

  private static String text(Random random) {
    return random
        .ints(1 + random.nextInt(12), 0, Integer.MAX_VALUE)
        .mapToObj(_ -> word(random))
        .collect(Collectors.joining(" "));
  }

  /** A word, the more frequent the lower its number. */
  public static String word(Random random) {
    return "w" + random.nextInt(1 + random.nextInt(60));
  }

  public static Query term(String word) {
    return new TermQuery(new Term(FIELD, word));
  }

  /** Two queries beside each other. */
  public static Query both(Occur occur, Query one, Query other) {
    return new BooleanQuery.Builder().add(one, occur).add(other, occur).build();
  }
}
