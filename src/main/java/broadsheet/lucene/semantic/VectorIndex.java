package broadsheet.lucene.semantic;

import broadsheet.engine.EngineException;
import broadsheet.engine.TextEmbedder;
import broadsheet.lucene.schema.CommitFiles;
import broadsheet.lucene.schema.UnreadableIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.QueryTimeout;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The passages of an index on disk. Opened at first use; a newer commit is seen within half a
 * second. Thread-safe.
 */
public final class VectorIndex implements AutoCloseable {

  /**
   * Number of passages to fetch per article, because one article may have several of the nearest.
   */
  private static final int PASSAGES_EACH = 3;

  private static final String MAKING = "./broadsheet index --update --semantic";

  private final Path index;
  private @Nullable NewestPassages newest;

  /**
   * Opens nothing yet.
   *
   * @param index the folder of the main index
   */
  public VectorIndex(Path index) {
    this.index = index;
  }

  /**
   * Why these passages cannot be searched with a model, in a sentence that says what to do; empty
   * where they can.
   *
   * @throws EngineException when they cannot be read
   */
  public Optional<String> trouble(TextEmbedder embedder) {
    Optional<String> absence = absence();
    if (absence.isPresent()) {
      return absence;
    }
    Map<String, String> data = read(Passages::commitData).orElse(Map.of());
    return SemanticFormat.isOf(embedder, data)
        ? Optional.empty()
        : Optional.of(
            "The vectors of this index are of another model (%s). Rebuild them: %s"
                .formatted(SemanticFormat.modelOf(data), MAKING));
  }

  /** The same for an index without passages. */
  public Optional<String> absence() {
    return SemanticIndexing.exists(index)
        ? Optional.empty()
        : Optional.of("This index has no vectors for search by meaning. Create them: " + MAKING);
  }

  /**
   * Verifies every byte of the passages.
   *
   * @return the number of passages; 0 if the index has none
   * @throws EngineException when they are damaged or cannot be read
   */
  public long check() {
    if (!SemanticIndexing.exists(index)) {
      return 0;
    }
    try (Directory directory = FSDirectory.open(SemanticFormat.folder(index))) {
      if (!DirectoryReader.indexExists(directory)) {
        return 0; // the process that was creating them was killed before its first commit
      }
      CommitFiles.verifyAll(directory);
      return read(passages -> passages.reader().numDocs()).orElse(0);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * The articles nearest to a query in meaning, nearest first.
   *
   * @param query the vector of the query
   * @param articles the state of the main index to search
   * @param allowed the articles that may be found; null for any
   * @param most the most articles to return
   * @param least the least likeness of an article
   * @param timeout ends the search; what was found by then is returned
   */
  public List<NearArticle> nearest(
      float[] query,
      IndexReader articles,
      @Nullable Bits allowed,
      int most,
      float least,
      QueryTimeout timeout) {
    return read(passages -> {
          int[] owners = passages.owners(articles);
          Bits any = allowed == null ? new Bits.MatchAllBits(articles.maxDoc()) : allowed;
          Query filter =
              allowed == null && isAllOwned(owners) ? null : new AllowedPassages(owners, any);
          int depth = Math.min(Math.max(1, owners.length), most * PASSAGES_EACH);
          IndexSearcher searcher = new IndexSearcher(passages.reader());
          searcher.setTimeout(timeout);
          ScoreDoc[] found =
              searcher.search(
                      new KnnFloatVectorQuery(SemanticFormat.VECTOR, query, depth, filter), depth)
                  .scoreDocs;
          return closest(found, owners, passages, most, least);
        })
        .orElse(List.of());
  }

  private static boolean isAllOwned(int[] owners) {
    for (int owner : owners) {
      if (owner < 0) {
        return false;
      }
    }
    return true;
  }

  private static List<NearArticle> closest(
      ScoreDoc[] found, int[] owners, Passages passages, int most, float least) throws IOException {
    Map<Integer, NearArticle> closest = new HashMap<>();
    List<NearArticle> inOrder = new ArrayList<>();
    for (ScoreDoc passage : found) {
      float likeness = 2 * passage.score - 1;
      if (inOrder.size() == most || likeness < least) {
        break;
      }
      int article = owners[passage.doc];
      if (!closest.containsKey(article)) {
        NearArticle near =
            new NearArticle(
                article,
                likeness,
                passages.place(passage.doc, SemanticFormat.START),
                passages.place(passage.doc, SemanticFormat.END));
        closest.put(article, near);
        inOrder.add(near);
      }
    }
    return inOrder;
  }

  /** An operation on one committed state. */
  private interface Work<T> {
    T with(Passages passages) throws IOException;
  }

  /** Runs an operation on the newest state; empty where there are no passages. */
  private <T> Optional<T> read(Work<T> work) {
    try {
      Optional<NewestPassages> opened = newest();
      if (opened.isEmpty()) {
        return Optional.empty();
      }
      opened.get().refreshIfOld();
      Passages passages = opened.get().acquire();
      try {
        return Optional.of(work.with(passages));
      } finally {
        opened.get().release(passages);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private EngineException unreadable(IOException cause) {
    return new EngineException(
        "The vectors of the index in %s cannot be read (%s). Delete %s, then create them again: ./broadsheet index --update --semantic --index %s"
            .formatted(index, UnreadableIndex.reason(cause), SemanticFormat.folder(index), index),
        cause);
  }

  private synchronized Optional<NewestPassages> newest() throws IOException {
    if (newest == null && SemanticIndexing.exists(index)) {
      newest = NewestPassages.open(SemanticFormat.folder(index)).orElse(null);
    }
    return Optional.ofNullable(newest);
  }

  @Override
  public synchronized void close() {
    if (newest != null) {
      try {
        newest.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
