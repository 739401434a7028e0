package broadsheet.lucene.staging;

import broadsheet.engine.EngineException;
import broadsheet.lucene.index.Shipment;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.NamesDocument;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.lucene.shard.ShippedDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexCommit;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SegmentReader;
import org.apache.lucene.index.StandardDirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.StringHelper;

/**
 * One commit of the staging index of an archive, in which duplicates, ids, languages, families and
 * the ledger are settled before its documents go to the shards. Not thread-safe.
 */
public final class WorkingCopy implements AutoCloseable {

  /** The format of its documents. */
  public static final int FORMAT = IndexFormat.VERSION;

  private final Directory directory;
  private final DirectoryReader reader;
  private final Path folder;

  private WorkingCopy(Path folder, Directory directory, DirectoryReader reader) {
    this.folder = folder;
    this.directory = directory;
    this.reader = reader;
  }

  /**
   * Opens a commit. Another process must not be writing the folder.
   *
   * @param generation empty for the newest commit
   * @return empty if there is none of that generation
   * @throws EngineException when there is no commit, or the folder cannot be read
   */
  static Optional<WorkingCopy> open(SharedFolder shared, OptionalLong generation) {
    Path folder = shared.folder();
    try {
      Directory directory = shared.directory();
      try {
        Optional<DirectoryReader> reader = reader(directory, generation);
        if (reader.isEmpty()) {
          directory.close();
        }
        return reader.map(opened -> new WorkingCopy(folder, directory, opened));
      } catch (IOException | RuntimeException e) {
        directory.close();
        throw e;
      }
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  private static Optional<DirectoryReader> reader(Directory directory, OptionalLong generation)
      throws IOException {
    if (generation.isEmpty()) {
      return Optional.of(DirectoryReader.open(directory));
    }
    for (IndexCommit commit : DirectoryReader.listCommits(directory)) {
      if (commit.getGeneration() == generation.getAsLong()) {
        return Optional.of(DirectoryReader.open(commit));
      }
    }
    return Optional.empty();
  }

  /** The generation of this commit, which grows with each commit in its folder. */
  long generation() {
    return ((StandardDirectoryReader) reader).getSegmentInfos().getGeneration();
  }

  /** The id of this commit, which no other commit of any working copy has. */
  public String state() {
    return StringHelper.idToString(((StandardDirectoryReader) reader).getSegmentInfos().getId());
  }

  /**
   * Merges segments without making the merged documents count as changed. Does nothing where the
   * shards do not hold the newest commit yet, whose changes could not be told any more.
   *
   * @param merging merges and commits
   * @throws EngineException when there is no working copy, or it cannot be read
   */
  static void tidy(SharedFolder shared, Runnable merging) {
    Path folder = shared.folder();
    long newest = newest(shared);
    Optional<Shipment> sent = Shipment.of(folder).filter(shipment -> shipment.commit() == newest);
    if (sent.isPresent()) {
      merging.run();
      Shipment.whole(sent.get().state(), newest(shared)).keep(folder);
    }
  }

  private static long newest(SharedFolder shared) {
    try (WorkingCopy copy = shared.newest()) {
      return copy.generation();
    }
  }

  /** The number of documents. */
  public long documents() {
    return reader.numDocs();
  }

  /** The number of those that every shard holds. */
  public long documentsForAll() {
    try {
      return new IndexSearcher(reader).count(NamesDocument.all());
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  /** The metadata of the commit, see {@code ShardedArchive.of}. */
  public Map<String, String> description() {
    try {
      Map<String, String> data = reader.getIndexCommit().getUserData();
      IndexFormat.of(data, folder); // refuses another format
      return data;
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  /** Whether names are looked for in the articles of an archive, by the metadata of its commit. */
  public static boolean findsNames(Map<String, String> description) {
    return IndexFormat.names(description).isFound();
  }

  /** Whether an archive is of this program's format, by the metadata of its commit. */
  public static boolean isCurrent(Map<String, String> description) {
    return IndexFormat.version(description) == FORMAT;
  }

  /**
   * A change of a document.
   *
   * @param key the document's name in the archive
   * @param home the routing value, which decides the shard of the document; {@link
   *     ShippedDocument#EVERYWHERE} if every shard holds it
   * @param sent the document; empty if it is deleted
   */
  public record Change(String key, String home, Optional<ShippedDocument> sent) {

    private static Change of(ShippedDocument sent) {
      return new Change(sent.key(), sent.home(), Optional.of(sent));
    }

    private static Change gone(ShippedDocument sent) {
      return new Change(sent.key(), sent.home(), Optional.empty());
    }

    /** Equal for changes of the same document on the same shard. */
    private String place() {
      return key + " " + home;
    }

    /** Whether every shard holds the document. */
    public boolean isForAll() {
      return home.equals(ShippedDocument.EVERYWHERE);
    }

    /** The copy of a document for all shards that goes to the shard with a routing value. */
    public Change on(String routing) {
      return new Change(key + "-" + routing, routing, sent);
    }

    /** The same as an update writes it, beside the document that it replaces or deletes. */
    public Change inUpdate(long number) {
      ShippedDocument beside = new ShippedDocument.OfUpdate(number, key, home, sent);
      return new Change(beside.key(), home, Optional.of(beside));
    }

    /** The bytes to send; empty if the document is deleted. */
    public Optional<byte[]> bytes() {
      return sent.map(ShippedDocument::bytes);
    }
  }

  /** All documents, read one by one as they are taken. */
  public Iterator<Change> all() {
    return changed(Map.of()).map(Change::of).iterator();
  }

  /**
   * The changes since an earlier commit of the same folder, deletions first, in the same order
   * whenever they are asked for; the other documents are read one by one as they are taken. No
   * segments may have been merged between the two commits: every document of a merged segment
   * counts as new.
   */
  public Iterator<Change> changesSince(WorkingCopy before) {
    Map<String, LeafReader> old = new LinkedHashMap<>();
    before.reader.leaves().forEach(leaf -> old.put(name(leaf.reader()), leaf.reader()));
    Map<String, Change> gone = gone(old);
    // A document that moved is written, and must not be deleted.
    changed(old).map(Change::of).map(Change::place).forEach(gone::remove);
    return Stream.concat(gone.values().stream(), changed(old).map(Change::of)).iterator();
  }

  private static String name(LeafReader segment) {
    return ((SegmentReader) segment).getSegmentName();
  }

  /** The documents that were live in the old segments and are deleted now, by their places. */
  private Map<String, Change> gone(Map<String, LeafReader> old) {
    Map<String, LeafReader> now = new HashMap<>();
    reader.leaves().forEach(leaf -> now.put(name(leaf.reader()), leaf.reader()));
    Map<String, Change> gone = new LinkedHashMap<>(); // the same order whenever it is made
    old.forEach(
        (name, segment) -> {
          SettledSegment before = segment(segment);
          LeafReader after = now.get(name);
          Bits live = after == null ? new Bits.MatchNoBits(segment.maxDoc()) : after.getLiveDocs();
          for (int document = 0; live != null && document < live.length(); document++) {
            if (before.isLive(document) && !live.get(document)) {
              Change change = Change.gone(before.sent(document));
              gone.put(change.place(), change);
            }
          }
        });
    return gone;
  }

  /**
   * The new documents, and those whose family or versions have changed. A {@code flatMap} over the
   * segments would read a whole segment before its first document is taken.
   */
  private Stream<ShippedDocument> changed(Map<String, LeafReader> old) {
    List<LeafReaderContext> leaves = reader.leaves();
    List<Part> parts = leaves.stream().map(leaf -> part(leaf, old)).toList();
    return IntStream.range(0, reader.maxDoc())
        .filter(document -> parts.get(ReaderUtil.subIndex(document, leaves)).isChanged(document))
        .mapToObj(document -> parts.get(ReaderUtil.subIndex(document, leaves)).sent(document));
  }

  private Part part(LeafReaderContext leaf, Map<String, LeafReader> old) {
    Optional<LeafReader> known = Optional.ofNullable(old.get(name(leaf.reader())));
    return new Part(leaf.docBase, segment(leaf.reader()), known.map(this::segment));
  }

  /**
   * A segment of this commit.
   *
   * @param base the number of its first document
   * @param before the same segment in the earlier commit; empty if it is new
   */
  private record Part(int base, SettledSegment now, Optional<SettledSegment> before) {

    boolean isChanged(int document) {
      int own = document - base;
      return now.isLive(own)
          && before.map(known -> !known.marks(own).equals(now.marks(own))).orElse(true);
    }

    ShippedDocument sent(int document) {
      return now.sent(document - base);
    }
  }

  private SettledSegment segment(LeafReader segment) {
    try {
      return new SettledSegment(segment, folder);
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }

  @Override
  public void close() {
    try (Directory _ = directory) {
      reader.close();
    } catch (IOException e) {
      throw UnreadableIndex.because(e, folder);
    }
  }
}
