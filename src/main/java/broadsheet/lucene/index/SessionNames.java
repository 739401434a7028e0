package broadsheet.lucene.index;

import broadsheet.engine.NameMode;
import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.LatestVersions;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.lucene.schema.NamesState;
import broadsheet.names.NameTable;
import broadsheet.names.tag.NameTagger;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.search.DocIdSetIterator;

/** Tags names in the articles of a session, and decides them at its end. */
final class SessionNames {

  /** Names are decided again once the articles that changed are more than one in this many. */
  private static final int SHARE = 20;

  private final OpenedIndex index;
  private final IndexWriter writer;
  private final ChangeSet changes;
  private final NamesState before;
  private final NameMode mode;
  private final Optional<Supplier<NameTable>> decided;
  private final Naming naming;

  /** Whether every article is to be read again, since another tagger or none read it. */
  private final boolean isBehind;

  private final boolean isUpdate;

  /**
   * @param decided the decisions, if another archive made them
   */
  SessionNames(
      OpenedIndex index, ChangeSet changes, NameMode mode, Optional<Supplier<NameTable>> decided) {
    this.index = index;
    this.decided = decided;
    this.writer = index.writer();
    this.changes = changes;
    this.mode = mode;
    before = index.prior().format().names();
    isUpdate = index.isUpdate();
    naming = new Naming(mode == NameMode.FIND || (mode != NameMode.NONE && before.isFound()));
    isBehind = isUpdate && naming.isOn() && !before.tagger().equals(NameTagger.VERSION);
  }

  /** Looks for names in the articles that the session writes. */
  Naming naming() {
    return naming;
  }

  /** Whether the names are decided even if no article has changed. */
  boolean isWanted() {
    return naming.isOn()
        ? isBehind || mode == NameMode.DECIDE
        : mode == NameMode.NONE && before.isFound();
  }

  /** Looks for names in the articles that the index has already, if nobody has yet. */
  void findInAll() throws IOException {
    if (!isBehind) {
      return;
    }
    DocumentRewriter rewriting = new DocumentRewriter(index, changes);
    try (DirectoryReader reader = DirectoryReader.open(writer)) {
      new LiveTerms(reader)
          .streamWithPrefix(
              IndexSchema.STEMS,
              "",
              (_, documents) -> {
                while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                  IndexedArticle old = DocumentRewriter.read(reader, documents.docID());
                  rewriting.replace(List.of(old), naming.named(old));
                }
              });
    }
  }

  /**
   * Decides the names if enough has changed.
   *
   * @param changed the number of articles that this session added or removed
   * @param isErasing whether no name may stay that no article mentions
   * @return the state of the names after the session
   */
  NamesState decide(long changed, boolean isErasing) throws IOException {
    if (!naming.isOn()) {
      writer.deleteDocuments(NamesDocument.all());
      return NamesState.NONE;
    }
    if (decided.isPresent()) {
      NameResolution.write(decided.get().get(), writer);
      return new NamesState(NameTagger.VERSION, 0);
    }
    long since = before.changed() + changed;
    try (DirectoryReader reader = LatestVersions.of(DirectoryReader.open(writer))) {
      NameResolution settlement = new NameResolution(reader);
      boolean isDue =
          !isUpdate
              || isWanted()
              || since * SHARE > settlement.articles()
              || (isErasing && settlement.isOutdated());
      if (isDue) {
        settlement.settle(writer);
      }
      return new NamesState(NameTagger.VERSION, isDue ? 0 : since);
    }
  }
}
