package broadsheet.opensearch;

import broadsheet.article.Article;
import broadsheet.engine.ArchiveCollection;
import broadsheet.engine.ArchiveCollections;
import broadsheet.engine.ArchivePart;
import broadsheet.engine.ArticleProgress;
import broadsheet.engine.Engine;
import broadsheet.engine.EngineException;
import broadsheet.engine.EngineProvider;
import broadsheet.engine.IndexDamagedException;
import broadsheet.engine.IndexingSession;
import broadsheet.engine.NameMode;
import broadsheet.engine.PinnedIndex;
import broadsheet.engine.ReadParts;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.Vectors;
import broadsheet.engine.request.SearchRequest;
import broadsheet.ledger.FileRecord;
import broadsheet.ledger.Source;
import broadsheet.lucene.coordinator.JoinedArchives;
import broadsheet.lucene.coordinator.ShardedSearchEngine;
import broadsheet.lucene.coordinator.ShardedVectors;
import broadsheet.lucene.staging.Settling;
import broadsheet.lucene.staging.SharedFolder;
import broadsheet.lucene.staging.ShippingSession;
import broadsheet.lucene.staging.WorkingCopy;
import broadsheet.path.PathName;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The engine for archives on an OpenSearch cluster with our plugin. It settles an archive in a
 * working copy, which all machines share, and sends its documents to the cluster; to search needs
 * the cluster alone. Immutable.
 *
 * @param location the location of the archive
 * @param folder on this machine, for what it has of the working copy
 * @param access the user, and the evidence of the cluster's identity
 */
public record OpenSearchEngine(Location location, Path folder, ClusterAccess access)
    implements Engine {

  /** With the access that the environment gives. */
  public OpenSearchEngine(Location location, Path folder) {
    this(location, folder, ClusterAccess.given());
  }

  /** Takes folders that say on which cluster their archive is. */
  public static final class Provider implements EngineProvider {
    @Override
    public Optional<Engine> at(String location) {
      Path folder = PathName.toPath(location);
      return Location.in(ArchiveCollection.archiveOf(folder))
          .map(found -> found.of(ArchiveCollection.of(folder)))
          .map(found -> new OpenSearchEngine(found, folder));
    }

    @Override
    public Optional<Path> place(Path folder, String address) {
      if (!Location.isOne(address)) {
        return Optional.empty();
      }
      Location location = Location.of(address);
      Path place = folder.resolve("cluster-" + location.archive());
      Path pointer = place.resolve(Location.POINTER);
      String line = location + "\n";
      try {
        if (!Files.isRegularFile(pointer) || !Files.readString(pointer).equals(line)) {
          Files.createDirectories(place);
          Files.writeString(pointer, line);
        }
      } catch (IOException e) {
        throw new EngineException(
            "Nothing can be written in %s, where this machine notes on which cluster the archive is: %s"
                .formatted(place, e.getMessage()),
            e);
      }
      return Optional.of(place);
    }
  }

  Cluster cluster() {
    return Cluster.of(location, access);
  }

  Settling settling() {
    return new Settling(folder, SettledFiles.of(this));
  }

  @Override
  public boolean hasIndex() {
    try (ArchiveCollections collections = collections(TIME_LIMIT)) {
      return !collections.all().isEmpty();
    }
  }

  @Override
  public SearchEngine search(Duration limit) {
    return new ClusterCollections(this, limit).whole();
  }

  @Override
  public SearchEngine searchAlone() {
    ClusterSource source = source(ArchiveCollection.FIRST);
    List<ArchiveCollection> own = List.of(ArchiveCollection.of(folder));
    return new ShardedSearchEngine(
        new JoinedArchives(own, List.of(source), source::close), TIME_LIMIT);
  }

  @Override
  public ArchiveCollections collections(Duration limit) {
    return new ClusterCollections(this, limit);
  }

  /** One of its collections; {@link ArchiveCollection#FIRST} is this one. */
  ClusterSource source(ArchiveCollection collection) {
    Cluster cluster = cluster();
    try {
      check(cluster);
      return new ClusterSource(cluster, location.of(collection));
    } catch (RuntimeException e) {
      cluster.close();
      throw e;
    }
  }

  /**
   * @throws EngineException when the cluster cannot hold archives of this program
   */
  static void check(Cluster cluster) {
    List<String> problems = cluster.check(WorkingCopy.FORMAT);
    if (!problems.isEmpty()) {
      throw new EngineException(String.join("\n", problems));
    }
  }

  /** Starts a session of the working copy. */
  private interface Starting {
    IndexingSession session();
  }

  private IndexingSession session(Starting starting, boolean isRebuild) {
    ArchiveWriting writing = ArchiveWriting.begin(this);
    try {
      SharedFolder copy = settling().shared();
      IndexingSession session = starting.session();
      return isRebuild
          ? ShippingSession.rebuilding(session, copy, writing.target(), writing::close)
          : ShippingSession.updating(session, copy, writing.target(), writing::close);
    } catch (RuntimeException e) {
      writing.close();
      throw e;
    }
  }

  @Override
  public IndexingSession rebuild(NameMode names) {
    return session(() -> settling().rebuild(names), true);
  }

  @Override
  public IndexingSession update(NameMode names) {
    return session(() -> updating(names), false);
  }

  private IndexingSession updating(NameMode names) {
    if (!settling().hasCopy()) {
      throw new EngineException(
          "Neither the cluster nor this machine has a working copy of the archive, which an update needs. Update it where it was built, or build it anew: ./broadsheet index PATH --engine %s"
              .formatted(location));
    }
    return settling().update(names);
  }

  /** Contacts the cluster when the part is read. */
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
    return settling().removingParts(session(() -> settling().join(), true));
  }

  @Override
  public boolean isCurrent() {
    return isDescribed(WorkingCopy::isCurrent);
  }

  /** Reads the working copy. The cluster answers from the old index until the new one is whole. */
  @Override
  public IndexingSession upgrade(Consumer<FileRecord> files, ArticleProgress progress) {
    return session(() -> settling().upgrade(files, progress), true);
  }

  /** Looks at the archive on the cluster. */
  @Override
  public boolean findsNames() {
    return isDescribed(WorkingCopy::findsNames);
  }

  private boolean isDescribed(Predicate<Map<String, String>> wanted) {
    try (Cluster cluster = cluster()) {
      return cluster
          .target(location.archive())
          .flatMap(index -> ArchiveState.of(index.meta()))
          .map(ArchiveState::description)
          .filter(wanted)
          .isPresent();
    }
  }

  /** Merges the working copy if all of it was sent; the cluster merges its own segments. */
  @Override
  public void tidy() {
    try (ArchiveWriting _ = ArchiveWriting.begin(this)) {
      settling().tidy();
    }
  }

  @Override
  public void check(Consumer<Article> article) {
    try (SearchEngine engine = searchAlone()) {
      AtomicLong read = new AtomicLong();
      engine.export(
          SearchRequest.of(new QueryNode.Everything()).unfolded(),
          each -> {
            read.incrementAndGet();
            article.accept(each.article());
          });
      long articles = engine.articleCount();
      if (read.get() != articles) {
        throw new IndexDamagedException(
            "The cluster has %s articles, but only %s could be read. Build the archive again."
                .formatted(articles, read.get()));
      }
    }
  }

  @Override
  public PinnedIndex pin() {
    throw new EngineException(location.backup());
  }

  /** Those in an index of their own, which any number of machines may bring up to date at once. */
  @Override
  public Vectors vectors() {
    return new ShardedVectors(
        () -> new ClusterSource(cluster(), location),
        () -> new PassageIndex(cluster(), location.meaning()));
  }
}
