package broadsheet.lucene.staging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.lucene.shards.FolderFiles;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparseDirectoryTest {

  private static final int DOCUMENTS = 300;

  @TempDir private Path place;

  private final AtomicInteger calls = new AtomicInteger();
  private final Random random = new Random(7);
  private final List<String> texts = new ArrayList<>();

  private SparseDirectory open() throws IOException {
    return SparseDirectory.open(
        place.resolve("copy"), new FolderFiles(place.resolve("kept"), calls::incrementAndGet));
  }

  /** Writes documents of some ten kilobytes that cannot be compressed, in several segments. */
  private void write() throws IOException {
    try (SparseDirectory directory = open();
        IndexWriter writer =
            new IndexWriter(
                directory,
                new IndexWriterConfig()
                    .setUseCompoundFile(false)
                    .setMergePolicy(new LogDocMergePolicy()))) {
      for (int i = 0; i < DOCUMENTS; i++) {
        StringBuilder text = new StringBuilder();
        random.ints(10_000, ' ', '~').forEach(letter -> text.append((char) letter));
        texts.add(text.toString());
        Document document = new Document();
        document.add(new StoredField("text", text.toString()));
        writer.addDocument(document);
        if (i % 100 == 50) {
          writer.flush();
        }
      }
      writer.commit();
      writer.getConfig().getMergePolicy().setNoCFSRatio(0);
      writer.forceMerge(1);
    }
  }

  @Test
  void storedFieldsAreInTheStoreAlone() throws IOException {
    write();
    try (Stream<Path> files = Files.list(place.resolve("copy"))) {
      assertThat(files).noneMatch(file -> file.toString().endsWith(".fdt"));
    }
    try (SparseDirectory directory = open();
        DirectoryReader reader = DirectoryReader.open(directory);
        CheckIndex check = new CheckIndex(directory)) {
      StoredFields stored = reader.storedFields();
      for (int i = 0; i < DOCUMENTS; i++) {
        assertThat(stored.document(i).get("text").equals(texts.get(i))).isTrue();
      }
      assertThat(check.checkIndex().clean).isTrue();
      assertThat(directory.listAll()).filteredOn(name -> name.endsWith(".fdt")).hasSize(1);
      assertThat(directory.listAll()).noneMatch(name -> name.endsWith(".kept"));
    }
  }

  @Test
  void blocksAreReadManyAtOnce() throws IOException {
    write();
    try (SparseDirectory directory = open();
        DirectoryReader reader = DirectoryReader.open(directory)) {
      StoredFields stored = reader.storedFields();
      stored.document(0);
      int before = calls.get();
      for (int i = 0; i < DOCUMENTS; i++) {
        stored.document(i);
      }
      assertThat(calls.get() - before).as("from front to back").isLessThan(10);
    }
    try (SparseDirectory directory = open();
        DirectoryReader reader = DirectoryReader.open(directory)) {
      StoredFields stored = reader.storedFields();
      stored.document(0);
      int before = calls.get();
      int[] wanted = random.ints(20, 0, DOCUMENTS).toArray();
      for (int document : wanted) {
        stored.prefetch(document);
      }
      for (int document : wanted) {
        assertThat(stored.document(document).get("text").equals(texts.get(document))).isTrue();
      }
      assertThat(calls.get() - before).as("as announced").isLessThan(4);
    }
  }

  @Test
  void aFileIsReadFromAnywhereAndNotPastItsEnd() throws IOException {
    write();
    try (SparseDirectory directory = open()) {
      String name =
          Stream.of(directory.listAll()).filter(each -> each.endsWith(".fdt")).findFirst().get();
      try (IndexInput input = directory.openInput(name, IOContext.DEFAULT)) {
        assertThat(input.length()).isEqualTo(directory.fileLength(name));
        byte[] whole = new byte[(int) input.length()];
        input.readBytes(whole, 0, whole.length);
        for (int i = 0; i < 100; i++) {
          int from = random.nextInt(whole.length);
          int length = random.nextInt(Math.min(200_000, whole.length - from));
          byte[] part = new byte[length];
          IndexInput slice = input.slice("part", from, length);
          slice.readBytes(part, 0, length);
          assertThat(Arrays.equals(part, 0, length, whole, from, from + length)).isTrue();
        }
        input.seek(whole.length);
        assertThatThrownBy(input::readByte).isInstanceOf(EOFException.class);
      }
      directory.deleteFile(name);
      assertThat(directory.listAll()).doesNotContain(name);
      assertThatThrownBy(() -> directory.openInput(name, IOContext.DEFAULT))
          .isInstanceOf(NoSuchFileException.class);
      assertThatThrownBy(() -> directory.deleteFile(name)).isInstanceOf(NoSuchFileException.class);
    }
  }

  /** A process was killed while it wrote the note. */
  @Test
  void aHalfNoteCountsAsNone() throws IOException {
    Files.createDirectories(place.resolve("copy"));
    Files.writeString(place.resolve("copy/_0.fdt.kept"), "12");
    try (SparseDirectory directory = open()) {
      assertThat(directory.listAll()).containsExactly("_0.fdt");
      assertThatThrownBy(() -> directory.fileLength("_0.fdt"))
          .isInstanceOf(NoSuchFileException.class);
      directory.deleteFile("_0.fdt");
      assertThat(directory.listAll()).isEmpty();
    }
  }
}
