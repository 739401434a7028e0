package broadsheet.lucene.words;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.request.Filters;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.Sequences;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.lucene.limits.Deadline;
import broadsheet.lucene.local.LocalParts;
import broadsheet.lucene.meaning.Meanings;
import broadsheet.lucene.part.IndexParts;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SequenceSearchTest {

  private static final SequencesRequest REQUEST =
      new SequencesRequest(
          new WordSet(new QueryNode.Everything(), Filters.none(), false), 2, true, 1, 9);

  private final List<String> asked = new ArrayList<>();

  /** Two parts, each of which read some of ten articles until the time was up. */
  private IndexParts parts(int read) throws IOException {
    FrontCodedCounts.Writer list = new FrontCodedCounts.Writer();
    list.add(new BytesRef("he said"), 4, 3);
    PartSequences found =
        new PartSequences(list.list(), true, 1, 100, read, new Extent(read, 10, true));
    IndexParts none = nothing();
    return (IndexParts)
        Proxy.newProxyInstance(
            IndexParts.class.getClassLoader(),
            new Class<?>[] {IndexParts.class},
            (_, method, arguments) ->
                switch (method.getName()) {
                  case "isOne" -> false;
                  case "ask" -> {
                    asked.add(arguments[0].getClass().getSimpleName());
                    yield List.of(found, found);
                  }
                  default -> method.invoke(none, arguments);
                });
  }

  private static IndexParts nothing() throws IOException {
    Directory directory = new ByteBuffersDirectory();
    new IndexWriter(directory, new IndexWriterConfig()).close();
    ReaderSnapshot snapshot =
        new ReaderSnapshot(
            DirectoryReader.open(directory),
            new IndexFormat(IndexFormat.VERSION, Instant.EPOCH, List.of(), 0));
    return new LocalParts(
        SearchBudget.of(snapshot, false, Duration.ofMinutes(1), Deadline.none()),
        Meanings.of(Path.of("none")));
  }

  /** Shards that are asked again when the time is over do not answer, and that is an error. */
  @Test
  void partsThatHadNoTimeToReadAllAreNotAskedForMore() throws IOException {
    Sequences sample = new SequenceSearch(parts(5)).of(REQUEST);
    assertThat(asked).containsExactly("SequencesQuestion", "ExactlyQuestion");
    assertThat(sample.sequences()).containsExactly(new Sequences.Sequence("he said", 8, 6));
    assertThat(sample.extent().isExact()).isFalse();
  }

  @Test
  void partsThatReadAllAreAskedForMore() throws IOException {
    new SequenceSearch(parts(10)).of(REQUEST);
    assertThat(asked).hasSizeGreaterThan(2);
  }
}
