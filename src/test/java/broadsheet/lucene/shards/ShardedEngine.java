package broadsheet.lucene.shards;

import broadsheet.article.Article;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.ArticleProgress;
import broadsheet.engine.Engine;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.ReadParts;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.Vectors;
import broadsheet.engine.WriteLock;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.LuceneEngine;
import broadsheet.lucene.coordinator.ArchiveSource;
import broadsheet.lucene.coordinator.ShardedCollections;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.lucene.coordinator.ShardedVectors;
import broadsheet.lucene.staging.Settling;
import broadsheet.lucene.staging.ShippingSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * A second engine behind the port: three embedded indexes, each of which searches alone, and a
 * client that merges their answers. One embedded session settles articles, which are then dealt to
 * the indexes.
 *
 * @param place holds the settled index and the generations of shards
 * @param passages its passages, if any
 */
public record ShardedEngine(Path place, Optional<LocalPassages> passages) implements Engine {

  /** The engine without vectors. */
  public ShardedEngine(Path place) {
    this(place, Optional.empty());
  }

  private Settling settling() {
    return new Settling(place, new FolderFiles(place.resolve("kept")));
  }

  private Engine settled() {
    return new LuceneEngine(settling().copy());
  }

  @Override
  public boolean hasIndex() {
    return Generations.in(place).exist();
  }

  @Override
  public SearchEngine search(Duration limit) {
    return ArchiveCollection.beside(place).isEmpty()
        ? new ShardedSearchEngine(new LocalShards(Generations.in(place), passages), limit)
        : collections(limit).whole();
  }

  @Override
  public ShardedCollections collections(Duration limit) {
    return new ShardedCollections(limit) {
      @Override
      protected SortedSet<ArchiveCollection> found() {
        SortedSet<ArchiveCollection> all = new TreeSet<>(ArchiveCollection.beside(place));
        all.add(ArchiveCollection.FIRST);
        all.removeIf(each -> !Generations.in(each.in(place)).exist());
        return all;
      }

      @Override
      protected ArchiveSource open(ArchiveCollection collection) {
        return new LocalShards(Generations.in(collection.in(place)), passages);
      }
    };
  }

  @Override
  public IndexingSession rebuild(NameMode names) {
    IndexingSession session = settling().rebuild(names);
    return ShippingSession.rebuilding(
        session, settling().shared(), Generations.in(place), () -> {});
  }

  @Override
  public IndexingSession update(NameMode names) {
    moveElsewhere();
    IndexingSession session = settling().update(names);
    return ShippingSession.updating(session, settling().shared(), Generations.in(place), () -> {});
  }

  /** Makes every other update one of another machine, which lacks the working copy. */
  private void moveElsewhere() {
    Path mark = place.resolve("elsewhere");
    Path copy = settling().copy();
    try {
      if (!Files.deleteIfExists(mark)) {
        Files.createFile(mark);
      } else if (settled().hasIndex()) {
        try (WriteLock _ = settled().lock();
            Directory directory = FSDirectory.open(copy)) {
          for (String file : directory.listAll()) {
            directory.deleteFile(file);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public IndexingSession part(ArchivePart part, List<Source> sources, NameMode names) {
    return settling().part(part, sources, names);
  }

  @Override
  public ReadParts parts() {
    return settling().parts();
  }

  @Override
  public IndexingSession join() {
    return settling()
        .removingParts(
            ShippingSession.rebuilding(
                settling().join(), settling().shared(), Generations.in(place), () -> {}));
  }

  @Override
  public boolean isCurrent() {
    return settled().isCurrent();
  }

  @Override
  public IndexingSession upgrade(Consumer<FileRecord> files, ArticleProgress progress) {
    return ShippingSession.rebuilding(
        settling().upgrade(files, progress), settling().shared(), Generations.in(place), () -> {});
  }

  @Override
  public boolean findsNames() {
    return settled().findsNames();
  }

  @Override
  public void tidy() {
    settling().tidy();
  }

  @Override
  public void check(Consumer<Article> article) {
    Generations generations = Generations.in(place);
    generations.settle();
    generations
        .shards(generations.current())
        .forEach(each -> new LuceneEngine(each).check(article));
  }

  @Override
  public Vectors vectors() {
    Generations generations = Generations.in(place);
    return new ShardedVectors(
        () -> new LocalShards(generations, passages), () -> passages.orElseThrow());
  }
}
