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
  private final List<byte[]> texts = new ArrayList<>();

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
    byte[] stored = compressed.toArrayCopy();
    Decompressor decompressor = mode.newDecompressor();
    BytesRef read = new BytesRef();
    for (int i = 0; i < 300; i++) {
      int offset = i == 0 ? 0 : random.nextInt(text.length + 1);
      int length = text.length - offset;
      length = i == 0 ? length : random.nextInt(Math.min(9_000, length) + 1);
      ByteArrayDataInput in = new ByteArrayDataInput(stored);
      decompressor.decompress(in, text.length, offset, length, read);
      if (length > 0 && offset + length == text.length) { // the rest of the article may follow
        assertThat(in.getPosition()).isEqualTo(in.length());
      }
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

  /** Some of an article's length, some of several chunks. */
  private int length(int number) {
    return number % 150 == 9 ? 3_000_000 + 100 * number : random.nextInt(4_000);
  }

  private void write(IndexWriter writer, int count) throws IOException {
    for (int i = 0; i < count; i++) {
      int number = texts.size();
      texts.add(text(length(number)));
      writer.addDocument(document(number, texts.get(number)));
      if (random.nextInt(100) == 0) {
        writer.commit();
        writer.deleteDocuments(new Term(NUMBER, "" + random.nextInt(number + 1)));
      }
    }
  }

  private void requireAll(ByteBuffersDirectory directory) throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      StoredFields stored = reader.storedFields();
      for (int i = 0; i < 700; i++) {
        Document document = stored.document(random.nextInt(reader.maxDoc()));
        byte[] text = texts.get(Integer.parseInt(document.get(NUMBER)));
        assertThat(document.getBinaryValue(TEXT)).isEqualTo(new BytesRef(text));
      }
    }
  }

  /** Articles of any length, over several segments, some of Lucene's codec, before and after. */
  @Test
  void articlesAreReadAsTheyWereWritten() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
        write(writer, 200);
      }
      IndexWriterConfig config = new IndexWriterConfig().setCodec(new ArticleCodec());
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        write(writer, 700);
        writer.commit();
        requireAll(directory);
        writer.forceMerge(1);
      }
      requireAll(directory);
      requireSound(directory);
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
