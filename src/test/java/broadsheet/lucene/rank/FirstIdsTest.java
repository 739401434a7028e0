package broadsheet.lucene.rank;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.lucene.hits.HitSet;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** A walk through the ids finds the same first hits as Lucene's own order. */
class FirstIdsTest {

  private static final Sort BY_ID = new Sort(new SortField(IndexSchema.ID, SortField.Type.STRING));

  /** The number of checks that walked; {@code refused} counts the others. */
  private int walked;

  private int refused;

  @Test
  void firstIdsAreThoseOfTheOrderById() {
    Seeds.each(Seeds.orAsked(20), this::check);
    assertThat(walked).isPositive();
    assertThat(refused).isPositive();
  }

  private void check(Random random) {
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < 500; i++) {
        Document document = new Document();
        if (random.nextInt(10) > 0) {
          String id = "id" + random.nextInt(100_000);
          document.add(new StringField(IndexSchema.ID, id, Field.Store.NO));
          document.add(new SortedDocValuesField(IndexSchema.ID, new BytesRef(id)));
          document.add(new StringField("kind", "article", Field.Store.NO));
          document.add(new StringField("kind", "" + random.nextInt(9), Field.Store.NO));
          writer.updateDocument(new Term(IndexSchema.ID, id), document);
        } else {
          writer.addDocument(document);
        }
        if (random.nextInt(100) == 0) {
          writer.commit();
        }
      }
      writer.deleteDocuments(new Term("kind", "3"));
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        for (String kind : new String[] {"article", "1", "2", "8", "3"}) {
          check(new IndexSearcher(reader), kind, 1 + random.nextInt(40));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(IndexSearcher searcher, String kind, int most) throws IOException {
    Query query = new ConstantScoreQuery(new TermQuery(new Term("kind", kind)));
    HitSet hits = HitSet.of(query, searcher);
    Optional<FieldDoc[]> first = FirstIds.of(hits, most, 1f);
    if (first.isEmpty()) {
      refused++;
      return;
    }
    walked++;
    ScoreDoc[] expected = searcher.search(query, most, BY_ID).scoreDocs;
    assertThat(Arrays.stream(first.get()).map(hit -> hit.doc).toList())
        .isEqualTo(Arrays.stream(expected).map(hit -> hit.doc).toList());
  }
}
