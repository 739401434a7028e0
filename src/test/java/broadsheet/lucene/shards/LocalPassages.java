package broadsheet.lucene.shards;

import broadsheet.lucene.coordinator.PassageSource;
import broadsheet.lucene.coordinator.PassageState;
import broadsheet.lucene.coordinator.PassageTarget;
import broadsheet.lucene.coordinator.Shards;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.shard.Shard;
import broadsheet.lucene.shard.UpdateState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.jspecify.annotations.Nullable;

/** Passages in shards in this process, written as a cluster would write them. Thread-safe. */
public final class LocalPassages implements PassageTarget, PassageSource {

  static final String INDEX = "news-meaning";

  private static final int SHARDS = 3;
  private static final String KEY = "_id";

  private final List<IndexWriter> writers = new ArrayList<>();
  private final List<DirectoryReader> readers = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private @Nullable PassageState state;
  private boolean isPartMissing;
  private int writesLeft = Integer.MAX_VALUE;

  LocalPassages() {
    try {
      for (int shard = 0; shard < SHARDS; shard++) {
        IndexWriterConfig config = new IndexWriterConfig(IndexSchema.analyzer());
        IndexWriter writer = new IndexWriter(new ByteBuffersDirectory(), config);
        writers.add(writer);
        readers.add(DirectoryReader.open(writer));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of the shards does not answer from now on, or does again. */
  synchronized void lose(boolean isLost) {
    isPartMissing = isLost;
  }

  /** Fails, as a program does that is killed, after this many writes. */
  synchronized void failAfter(int writes) {
    writesLeft = writes;
  }

  /** The number of passages. */
  synchronized int size() {
    return ids.size();
  }

  @Override
  public String index() {
    return INDEX;
  }

  @Override
  public synchronized Map<String, String> models() {
    return state == null ? Map.of() : state.models();
  }

  @Override
  public synchronized Optional<PassageState> state() {
    return Optional.ofNullable(state);
  }

  @Override
  public synchronized void note(PassageState next, long articles) {
    state = next;
  }

  @Override
  public synchronized void write(Iterator<Change> changes) {
    while (changes.hasNext()) {
      if (writesLeft-- <= 0) {
        throw new IllegalStateException("killed");
      }
      Change change = changes.next();
      IndexWriter writer = writers.get(Math.floorMod(change.home().hashCode(), SHARDS));
      try {
        write(change, writer);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private void write(Change change, IndexWriter writer) throws IOException {
    if (change.document().isEmpty()) {
      ids.remove(change.id());
      writer.deleteDocuments(new Term(KEY, change.id()));
    } else if (ids.add(change.id())) {
      Document document = Shard.document(change.document().get());
      document.add(new StringField(KEY, change.id(), Field.Store.NO));
      writer.addDocument(document);
    }
  }

  @Override
  public synchronized void refresh() {
    try {
      for (int shard = 0; shard < SHARDS; shard++) {
        DirectoryReader newer = DirectoryReader.openIfChanged(readers.get(shard));
        if (newer != null) {
          readers.get(shard).close();
          readers.set(shard, newer);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Shards shards() {
    return this::ask;
  }

  private synchronized Shards.Replies ask(
      byte[] call, String request, Duration left, boolean isPatient) {
    List<byte[]> replies = new ArrayList<>();
    for (DirectoryReader reader : readers.subList(isPartMissing ? 1 : 0, SHARDS)) {
      try {
        Shard.View view = new Shard.View(reader, reader, UpdateState.ONLY);
        replies.add(Shard.answer(view, call, () -> false));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Shards.Replies(replies, SHARDS);
  }

  @Override
  public void close() {}
}
