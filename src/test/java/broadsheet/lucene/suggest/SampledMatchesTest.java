package broadsheet.lucene.suggest;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Seeds;
import broadsheet.lucene.hits.BottomKSample;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

/** The sample of matches is the same, whether few or many of all articles match. */
class SampledMatchesTest {

  private static final int SEEDS = Seeds.orAsked(1);
  private static final int ARTICLES = 20_000;
  private static final int MOST = 8;

  @Test
  void theSmallestNumbersAreDrawn() {
    Seeds.each(SEEDS, SampledMatchesTest::check);
  }

  private static void check(Random random) {
    try (Directory directory = new ByteBuffersDirectory()) {
      Map<String, SortedSet<Long>> expected = written(random, directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        assertThat(reader.leaves()).hasSizeGreaterThan(1);
        for (Map.Entry<String, SortedSet<Long>> each : expected.entrySet()) {
          assertThat(drawn(each.getKey(), reader))
              .as(each.getKey())
              .isEqualTo(each.getValue().stream().limit(MOST).toList());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Long> drawn(String word, DirectoryReader reader) throws IOException {
    IndexSearcher searcher = new IndexSearcher(reader);
    Weight weight =
        searcher.createWeight(
            new TermQuery(new Term("word", word)), ScoreMode.COMPLETE_NO_SCORES, 1f);
    return SampledMatches.of(weight, MOST, searcher.getLeafContexts()).stream()
        .map(BottomKSample.Drawn::number)
        .toList();
  }

  /** Articles of which all, half, some or few have a word; returns the numbers of each. */
  private static Map<String, SortedSet<Long>> written(Random random, Directory directory)
      throws IOException {
    Map<String, SortedSet<Long>> expected = new TreeMap<>();
    Map<String, Integer> oneOf = Map.of("all", 1, "half", 2, "some", 20, "few", 4_000);
    IndexWriterConfig config = new IndexWriterConfig().setMergePolicy(NoMergePolicy.INSTANCE);
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (int i = 0; i < ARTICLES; i++) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        long number = Fingerprint.draw(new BytesRef(bytes));
        Document document = new Document();
        boolean isGone = random.nextInt(3) == 0;
        document.add(new StringField("gone", isGone + "", Field.Store.NO));
        document.add(new StringField(IndexSchema.FINGERPRINT, new BytesRef(bytes), Field.Store.NO));
        document.add(new NumericDocValuesField(IndexSchema.DRAW, number));
        for (Map.Entry<String, Integer> word : oneOf.entrySet()) {
          if (random.nextInt(word.getValue()) == 0) {
            document.add(new StringField("word", word.getKey(), Field.Store.NO));
            SortedSet<Long> numbers = expected.computeIfAbsent(word.getKey(), _ -> new TreeSet<>());
            if (!isGone) {
              numbers.add(number);
            }
          }
        }
        writer.addDocument(document);
        if (i == ARTICLES / 3) {
          writer.commit();
        }
      }
      writer.commit();
      writer.deleteDocuments(new Term("gone", "true"));
    }
    return expected;
  }
}
