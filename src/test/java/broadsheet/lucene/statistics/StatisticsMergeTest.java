package broadsheet.lucene.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.Operations;
import org.apache.lucene.util.automaton.RegExp;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Facts gathered from parts equal the facts of the whole archive. */
class StatisticsMergeTest {

  private static final String FIELD = "place";
  private static final int PARTS = 3;

  private static ReaderSnapshot archive(List<String> values) throws IOException {
    Directory directory = new ByteBuffersDirectory();
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      for (String value : values) {
        Document document = new Document();
        document.add(new StringField(FIELD, value, Field.Store.NO));
        document.add(new StringField(IndexSchema.STEMS, "en", Field.Store.NO));
        writer.addDocument(document);
      }
      writer.forceMerge(1);
    }
    IndexFormat format = new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), 0);
    return new ReaderSnapshot(DirectoryReader.open(directory), format);
  }

  /**
   * The more values there are, and the flatter they fall, the less the parts agree on the first.
   */
  @ParameterizedTest
  @ValueSource(doubles = {0.2, 1, 3})
  void theMostFrequentTermsOfAllPartsAreExact(double steepness) throws IOException {
    Random random = new Random(Double.hashCode(steepness));
    List<List<String>> values = new ArrayList<>();
    List<String> all = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      List<String> own = new ArrayList<>();
      for (int i = 0; i < 1_500; i++) {
        own.add("v" + (int) (900 * Math.pow(random.nextDouble(), steepness)));
      }
      values.add(own);
      all.addAll(own);
    }
    List<LocalStatistics> parts = new ArrayList<>();
    for (List<String> own : values) {
      parts.add(new LocalStatistics(archive(own)));
    }
    Automaton accepted = new RegExp("v.*[13]").toAutomaton();
    BytesRef pattern =
        Automata.bytes(
            new CompiledAutomaton(
                Operations.determinize(accepted, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT)));
    Set<StatisticRequest> wanted =
        Set.of(
            new StatisticRequest.Whole(),
            new StatisticRequest.Lengths(FIELD),
            new StatisticRequest.Articles(FIELD, new BytesRef("v7")),
            new StatisticRequest.Beginning(FIELD, "v1", 7),
            new StatisticRequest.Accepted(FIELD, pattern, 10),
            new StatisticRequest.Expansion(FIELD, pattern, 3, 20),
            new StatisticRequest.Expansion(FIELD, pattern, 3, 5_000));
    Map<StatisticRequest, GlobalStatistic> gathered =
        StatisticsMerge.of(
            wanted,
            (lookups, times) -> {
              List<List<GlobalStatistic>> each = new ArrayList<>();
              for (LocalStatistics part : parts) {
                List<GlobalStatistic> own = new ArrayList<>();
                for (StatisticRequest lookup : lookups) {
                  own.add(part.of(lookup, times, Deadline.none()));
                }
                each.add(own);
              }
              return each;
            });
    LocalStatistics whole = new LocalStatistics(archive(all));
    for (StatisticRequest lookup : wanted) {
      assertThat(gathered.get(lookup))
          .as(lookup.toString())
          .isEqualTo(whole.of(lookup, 1, Deadline.none()));
    }
  }
}
