package broadsheet.lucene.index;

import broadsheet.article.ArticleRef;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.EngineException;
import broadsheet.engine.ErasureSession;
import broadsheet.engine.NameMode;
import broadsheet.erasure.Tombstones;
import broadsheet.files.WholeFile;
import broadsheet.lucene.erasing.ErasedName;
import broadsheet.lucene.erasing.ErasedNames;
import broadsheet.lucene.erasing.Erasures;
import broadsheet.lucene.erasing.IndexTexts;
import broadsheet.lucene.erasing.OwnWords;
import broadsheet.lucene.erasing.WithoutErased;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.path.PathName;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.util.BytesRef;

/** Erases articles from the index in a folder. */
public final class LuceneErasureSession implements ErasureSession {

  private static final String PLACEHOLDER = "erased-";

  private final Path folder;
  private final ArchiveCollection collection;
  private final LuceneIndexingSession session;
  private final DirectoryReader reader;
  private final ErasedRecords records;
  private final Set<Integer> buried = new TreeSet<>();
  private Tombstones tombstones;

  private LuceneErasureSession(Path folder, LuceneIndexingSession session, DirectoryReader reader) {
    this.folder = folder;
    collection = ArchiveCollection.of(folder);
    this.session = session;
    this.reader = reader;
    records = new ErasedRecords(session, reader);
    tombstones = Erasures.tombstones(folder);
  }

  /** See {@link broadsheet.engine.Engine#erasing}. */
  public static LuceneErasureSession open(Path folder) {
    LuceneIndexingSession session =
        LuceneIndexingSession.update(IndexFolder.searched(folder), NameMode.AS_IS);
    try {
      return new LuceneErasureSession(
          folder,
          session,
          session.index.attempt(() -> DirectoryReader.open(session.index.directory())));
    } catch (RuntimeException e) {
      session.close();
      throw e;
    }
  }

  @Override
  public boolean isUnfinished() {
    return tombstones.isUnfinished();
  }

  @Override
  public Set<String> onlyIn(Collection<ArticleRef> articles, Set<String> words) {
    return session.index.attempt(() -> new OwnWords(reader, documents(articles)).among(words));
  }

  private Set<Integer> documents(Collection<ArticleRef> articles) throws IOException {
    Set<Integer> documents = new TreeSet<>();
    for (ArticleRef article : articles) {
      documents.addAll(records.documents(fingerprint(article)));
    }
    return documents;
  }

  private static BytesRef fingerprint(ArticleRef article) {
    return new BytesRef(HexFormat.of().parseHex(article.fingerprint()));
  }

  @Override
  public Buried bury(Collection<ArticleRef> articles) {
    return session.index.attempt(
        () -> {
          ErasedNames names = new ErasedNames(reader, documents(articles));
          write(tombstones.with(names.own().stream().map(ErasedName::text).toList()));
          return remove(names.documents(), names.shared());
        });
  }

  @Override
  public Buried buryAgain() {
    return session.index.attempt(() -> remove(WithoutErased.heldIn(reader, session.erasures), 0));
  }

  private Buried remove(Collection<Integer> documents, int shared) throws IOException {
    Set<Integer> others = new TreeSet<>(documents);
    others.removeAll(buried);
    buried.addAll(others);
    records.remove(others);
    return new Buried(session.erasures.files(), shared);
  }

  private void write(Tombstones changed) {
    try {
      changed.write(folder);
      tombstones = changed;
    } catch (IOException e) {
      throw new EngineException(
          "Nothing was erased, because %s cannot be written (%s). Check disk space and permissions, then try again."
              .formatted(PathName.of(Tombstones.folder(folder)), WholeFile.reason(e)),
          e);
    }
  }

  @Override
  public Map<ArticleRef, ArticleRef> erased(Collection<ArticleRef> some) {
    Map<ArticleRef, ArticleRef> erased = new HashMap<>();
    for (ArticleRef each : some) {
      String name = ErasedName.ofText(each.fingerprint()).text();
      boolean isOfOther = !ArchiveCollection.ofId(each.id()).equals(collection);
      if (!isOfOther && !tombstones.isEmpty() && (tombstones.hold(name) || isBuried(each))) {
        String disguised = tombstones.disguised(name);
        erased.put(each, new ArticleRef(collection.id(PLACEHOLDER + disguised), disguised));
      }
    }
    return erased;
  }

  /** Whether a reference leads to an article by its id alone, since its text was corrected. */
  private boolean isBuried(ArticleRef article) {
    return session.index.attempt(
        () ->
            records.documents(fingerprint(article)).isEmpty()
                && buried.containsAll(records.named(article.id()))
                && !records.named(article.id()).isEmpty());
  }

  @Override
  public long remove() {
    return session.commit(session.sources()).removed();
  }

  @Override
  public Set<String> holding(Predicate<String> evidence) {
    try {
      return new IndexTexts(evidence).in(folder);
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  @Override
  public void finish() {
    write(tombstones.finished());
  }

  @Override
  public void close() {
    try (DirectoryReader _ = reader) {
      session.close();
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }
}
