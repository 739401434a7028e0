package broadsheet.lucene.shards;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.lucene.shard.Shard;
import broadsheet.lucene.shard.UpdateState;
import broadsheet.lucene.staging.ShippingSession;
import broadsheet.lucene.staging.StateDocuments;
import broadsheet.lucene.staging.WorkingCopy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * The generations of an archive in shards. One file names the current one with its state, so that a
 * single rename shows all changes together. An update writes its documents beside those that they
 * replace, as on a cluster, and those of another one that is still on its way; all of them are left
 * to the next update.
 */
record Generations(Path place, int count) implements ShippingSession.Target {

  private static final int SHARDS = 3;

  /** The documents of an update that is still on its way. */
  private static final int ON_THE_WAY = 20;

  static Generations in(Path place) {
    return in(place, SHARDS);
  }

  /** Generations of this many shards. */
  static Generations in(Path place, int count) {
    return new Generations(place, count);
  }

  private Path pointer() {
    return place.resolve("current");
  }

  boolean exist() {
    return Files.exists(pointer());
  }

  /**
   * The state that is shown.
   *
   * @param generation the number of the rebuild
   * @param update the number of the last update of it; 0 for none
   * @param settled the last update whose replaced documents are deleted
   * @param state the state of the working copy
   */
  record Current(long generation, long update, long settled, String state) {

    private static Current of(String line) {
      String[] parts = line.split(" ", 4);
      return new Current(
          Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
    }

    private String line() {
      return String.join(
          " ", Long.toString(generation), Long.toString(update), Long.toString(settled), state);
    }

    /** The state as a shard takes it. */
    UpdateState shown() {
      return new UpdateState(update, settled, 0, BytesRef::new);
    }
  }

  /**
   * The current generation.
   *
   * @throws broadsheet.engine.EngineException when there is none
   */
  Current current() {
    try {
      return Current.of(Files.readString(pointer()));
    } catch (IOException e) {
      throw UnreadableIndex.missing(place);
    }
  }

  @Override
  public Optional<String> state() {
    return exist() ? Optional.of(current().state()) : Optional.empty();
  }

  /** The folders of the shards. */
  List<Path> shards(Current current) {
    return shards(current.generation());
  }

  private List<Path> shards(long generation) {
    return IntStream.range(0, count)
        .mapToObj(shard -> place.resolve("generation" + generation).resolve("shard" + shard))
        .toList();
  }

  @Override
  public boolean isWhole(WorkingCopy copy) {
    return true;
  }

  @Override
  public void replace(WorkingCopy copy) {
    long next = exist() ? current().generation() + 1 : 1;
    write(shards(next), copy.description(), copy.all());
    point(new Current(next, 0, 0, copy.state()));
  }

  @Override
  public void change(WorkingCopy before, WorkingCopy after, ShippingSession.Progress progress) {
    settle();
    Current now = current();
    long update = now.update() + 1;
    List<WorkingCopy.Change> changes = new ArrayList<>();
    after.changesSince(before).forEachRemaining(each -> changes.add(each.inUpdate(update)));
    Iterator<WorkingCopy.Change> all = after.all();
    for (int i = 0; i < ON_THE_WAY && all.hasNext(); i++) {
      changes.add(all.next().inUpdate(update + 1));
    }
    write(shards(now), after.description(), changes.iterator());
    point(new Current(now.generation(), update, now.settled(), after.state()));
  }

  /** Deletes what the current state does not show. */
  void settle() {
    Current now = current();
    List<Path> folders = shards(now);
    StateDocuments documents =
        new StateDocuments(call -> answers(folders, now, call), Duration.ofMinutes(1));
    for (List<WorkingCopy.Change> next = documents.others();
        !next.isEmpty();
        next = documents.others()) {
      write(folders, description(folders), next.iterator());
    }
    point(new Current(now.generation(), now.update(), now.update(), now.state()));
  }

  private static Map<String, String> description(List<Path> folders) {
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folders.getFirst()))) {
      return reader.getIndexCommit().getUserData();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<byte[]> answers(List<Path> folders, Current now, byte[] call) {
    List<byte[]> answers = new ArrayList<>();
    for (Path folder : folders) {
      try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(folder))) {
        Shard.View view = new Shard.View(reader, reader, now.shown());
        answers.add(Shard.answer(view, call, () -> false));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return answers;
  }

  private void point(Current current) {
    try {
      Path written = Files.writeString(place.resolve("next"), current.line());
      Files.move(written, pointer(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Changes the indexes in some folders, which are created when missing. */
  static void write(
      List<Path> folders, Map<String, String> description, Iterator<WorkingCopy.Change> changes) {
    try {
      Shards shards = new Shards(new ArrayList<>());
      for (Path folder : folders) {
        IndexWriterConfig config =
            new IndexWriterConfig(IndexSchema.analyzer()).setSimilarity(IndexSchema.similarity());
        shards.writers().add(new IndexWriter(FSDirectory.open(folder), config));
      }
      changes.forEachRemaining(shards::write);
      shards.close(description);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private record Shards(List<IndexWriter> writers) {

    void write(WorkingCopy.Change change) {
      if (change.isForAll()) {
        writers.forEach(writer -> write(change, writer));
      } else {
        write(change, writers.get(Math.floorMod(change.home().hashCode(), writers.size())));
      }
    }

    private static void write(WorkingCopy.Change change, IndexWriter writer) {
      Term term = new Term(UpdateState.IDS, change.key());
      Optional<byte[]> sent = change.bytes();
      try {
        if (sent.isEmpty()) {
          writer.deleteDocuments(term);
        } else {
          Document document = Shard.document(sent.get());
          document.add(new StringField(UpdateState.IDS, change.key(), Field.Store.NO));
          writer.updateDocument(term, document);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void close(Map<String, String> description) throws IOException {
      for (IndexWriter writer : writers) {
        writer.setLiveCommitData(description.entrySet());
        try (Directory _ = writer.getDirectory()) {
          writer.close();
        }
      }
    }
  }
}
