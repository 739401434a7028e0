package broadsheet.lucene.names;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.lucene.schema.NamesDocument;
import broadsheet.names.Name;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.names.NameKind;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.junit.jupiter.api.Test;

class FoundNamesTest {

  private static final Name BERN = new Name(NameKind.PLACE, "Bern");

  private static void decide(IndexWriter writer, String... places) throws IOException {
    List<NameEntry> entries =
        List.of(places).stream()
            .map(place -> new NameEntry(new Name(NameKind.PLACE, place), List.of(place), 5))
            .toList();
    writer.deleteDocuments(NamesDocument.all());
    for (NamesDocument each : NamesDocument.of(new NameTable(entries))) {
      writer.addDocument(each.document());
    }
    writer.commit();
  }

  private static FoundNames names(Directory directory, NameCorrection... corrections)
      throws IOException {
    try (DirectoryReader reader = DirectoryReader.open(directory)) {
      return FoundNames.of(reader, List.of(corrections));
    }
  }

  @Test
  void aCommitThatDecidesNothingAnewHasTheNamesOfTheOneBefore() throws IOException {
    NameCorrection hidden =
        new NameCorrection(BERN, "", Optional.empty(), "an editor", Instant.EPOCH);
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      decide(writer, "Bern", "Basel");
      FoundNames first = names(directory);
      FoundNames corrected = names(directory, hidden);
      writer.addDocument(new Document());
      writer.commit();
      assertThat(names(directory)).isSameAs(first);
      assertThat(names(directory, hidden)).isSameAs(corrected).isNotSameAs(first);
      assertThat(first.table().of(BERN)).isPresent();
      assertThat(corrected.table().of(BERN)).isEmpty();
      decide(writer, "Bern");
      assertThat(names(directory)).isNotSameAs(first);
    }
  }

  @Test
  void anArchiveWithoutDecisionsHasNone() throws IOException {
    try (Directory directory = new ByteBuffersDirectory();
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      writer.commit();
      assertThat(names(directory).isThere()).isFalse();
      assertThat(names(directory)).isSameAs(FoundNames.NONE);
    }
  }
}
