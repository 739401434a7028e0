package broadsheet.lucene.names;

import broadsheet.lucene.reader.JoinedReader;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.names.NameCorrection;
import broadsheet.names.NameEntry;
import broadsheet.names.NameTable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;

/**
 * The decisions on the names of some collections, each with the corrections of its editors. Equal
 * to those of another state in which the same is decided. Immutable.
 */
record DecidedNames(List<Decisions> collections) {

  /** The documents of the decisions, and the corrections. */
  record Decisions(List<NamesDocument> documents, List<NameCorrection> corrections) {

    static Decisions of(IndexReader reader, List<NameCorrection> corrections) throws IOException {
      return new Decisions(NamesDocument.in(reader), List.copyOf(corrections));
    }

    NameTable table() throws IOException {
      List<NameEntry> entries = new ArrayList<>();
      for (NamesDocument document : documents) {
        entries.addAll(document.names());
      }
      return NameTable.joined(entries).corrected(corrections);
    }
  }

  /**
   * The decisions in an index, or in each of those that a reader joins.
   *
   * @param corrections those of the collections that are read
   */
  static DecidedNames of(IndexReader reader, List<NameCorrection> corrections) throws IOException {
    Map<String, DirectoryReader> joined = JoinedReader.joinedBy(reader);
    List<Decisions> collections = new ArrayList<>();
    for (Map.Entry<String, DirectoryReader> each : joined.entrySet()) {
      collections.add(Decisions.of(each.getValue(), NameCorrection.of(each.getKey(), corrections)));
    }
    return new DecidedNames(
        joined.isEmpty() ? List.of(Decisions.of(reader, corrections)) : collections);
  }

  /** Whether anything is decided. */
  boolean isThere() {
    return collections.stream().anyMatch(each -> !each.documents().isEmpty());
  }

  /** The names of all of them: one that several have stands for the forms of each. */
  NameTable table() throws IOException {
    List<NameEntry> all = new ArrayList<>();
    for (Decisions each : collections) {
      all.addAll(each.table().entries());
    }
    return NameTable.joined(all);
  }
}
