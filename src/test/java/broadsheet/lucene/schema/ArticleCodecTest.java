package broadsheet.lucene.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.lucene.codecs.compressing.Compressor;
import org.apache.lucene.codecs.compressing.Decompressor;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class ArticleCodecTest {

  private static final String TEXT = "text";
  private static final String NUMBER = "number";
  private static final byte[] WORDS = "harbour tide ".getBytes(StandardCharsets.US_ASCII);

  private final Random random = new Random(5);

  /** Mostly a few words again and again; or bytes that cannot be compressed. */
  private byte[] text(int length) {
    byte[] text = new byte[length];
    random.nextBytes(text);
    if (random.nextInt(4) > 0) {
      for (int i = 0; i < length; i++) {
        text[i] = text[i] > 120 ? text[i] : WORDS[i % WORDS.length];
      }
    }
    return text;
  }

  private void requireAnyPart(byte[] text) throws IOException {
    SharedDictionary mode = new SharedDictionary();
    ByteBuffersDataOutput whole = new ByteBuffersDataOutput();
    whole.writeBytes(text, 0, text.length);
    ByteBuffersDataOutput compressed = new ByteBuffersDataOutput();
    try (Compressor compressor = mode.newCompressor()) {
      compressor.compress(whole.toDataInput(), compressed);
    }
    Decompressor decompressor = mode.newDecompressor();
    BytesRef read = new BytesRef();
    for (int i = 0; i < 300; i++) {
      int offset = i == 0 ? 0 : random.nextInt(text.length + 1);
      int length = text.length - offset;
      length = i == 0 ? length : random.nextInt(Math.min(9_000, length) + 1);
      ByteArrayDataInput in = new ByteArrayDataInput(compressed.toArrayCopy());
      decompressor.decompress(in, text.length, offset, length, read);
      assertThat(BytesRef.deepCopyOf(read).bytes)
          .as("%s bytes from %s of %s", length, offset, text.length)
          .isEqualTo(Arrays.copyOfRange(text, offset, offset + length));
    }
  }

  @Test
  void everyPartOfAChunkIsReadAsItWasWritten() throws IOException {
    int share = SharedDictionary.SHARE;
    int longest = share * SharedDictionary.DICTIONARY;
    int oneBlock = SharedDictionary.BLOCK * share / (share - 1);
    for (int length : List.of(1, share, oneBlock, 9 * oneBlock, longest, 3 * longest)) {
      requireAnyPart(text(length - 1));
      requireAnyPart(text(length));
      requireAnyPart(text(length + 1));
    }
  }

  private static Document document(int number, byte[] text) {
    Document document = new Document();
    document.add(new StringField(NUMBER, "" + number, Field.Store.YES));
    document.add(new StoredField(TEXT, text));
    return document;
  }

  /** Articles of any length, over several segments, after deletions and merges. */
  @Test
  void articlesAreReadAsTheyWereWritten() throws IOException {
    List<byte[]> texts = new ArrayList<>();
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      IndexWriterConfig config = new IndexWriterConfig().setCodec(new ArticleCodec());
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int number = 0; number < 900; number++) {
          texts.add(text(random.nextInt(number % 100 == 0 ? 3_000_000 : 4_000)));
          writer.addDocument(document(number, texts.get(number)));
          if (random.nextInt(100) == 0) {
            writer.commit();
            writer.deleteDocuments(new Term(NUMBER, "" + random.nextInt(number + 1)));
          }
        }
        writer.forceMerge(2);
      }
      requireSound(directory);
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        StoredFields stored = reader.storedFields();
        for (int i = 0; i < 2_000; i++) {
          Document document = stored.document(random.nextInt(reader.maxDoc()));
          byte[] text = texts.get(Integer.parseInt(document.get(NUMBER)));
          assertThat(document.getBinaryValue(TEXT)).isEqualTo(new BytesRef(text));
        }
      }
    }
  }

  private static void requireSound(ByteBuffersDirectory directory) throws IOException {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    try (CheckIndex check = new CheckIndex(directory)) {
      check.setInfoStream(new PrintStream(report, true, StandardCharsets.UTF_8));
      check.setLevel(CheckIndex.Level.MIN_LEVEL_FOR_INTEGRITY_CHECKS);
      assertThat(check.checkIndex().clean).as("%s", report).isTrue();
    }
  }
}
