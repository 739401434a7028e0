package broadsheet.lucene.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class SketchBytesTest {

  @Test
  void areReadBackInOrder() throws Exception {
    for (int words = 15; words < 400; words += 7) {
      Sketch sketch = Sketch.of(List.of(text(words)));
      BytesRef packed = sketch.packed();
      assertThat(readBack(packed).hashes()).isEqualTo(sketch.hashes()).isSorted();
      int size = packed.length / sketch.hashes().length;
      for (int i = 0; i < sketch.hashes().length; i++) {
        BytesRef term = new BytesRef(packed.bytes, i * size, size);
        assertThat(Sketch.term(sketch.hashes()[i])).isEqualTo(term);
      }
    }
  }

  /** The sample is that of whole hashes: cutting them off does not change which are smallest. */
  @Test
  void areOfTheSmallestHashes() {
    String text = text(200);
    long[] whole = Shingles.of(List.of(text));
    long[] smallest = Arrays.stream(whole).sorted().limit(Sketch.SIZE).toArray();
    long[] kept = Sketch.of(List.of(text)).hashes();
    assertThat(kept).hasSameSizeAs(smallest);
    for (int i = 0; i < kept.length; i++) {
      assertThat(kept[i] << 24).isEqualTo((smallest[i] ^ Long.MIN_VALUE) & -1L << 24);
    }
  }

  private static String text(int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> "word" + i * i % 1_009)
        .collect(Collectors.joining(" "));
  }

  private static Sketch readBack(BytesRef packed) throws Exception {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document document = new Document();
      document.add(new BinaryDocValuesField(IndexSchema.PACKED_SKETCH, packed));
      writer.addDocument(document);
      try (DirectoryReader reader = DirectoryReader.open(writer)) {
        return Sketch.of(reader, 0);
      }
    }
  }
}
