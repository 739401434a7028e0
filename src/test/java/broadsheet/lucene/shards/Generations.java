package broadsheet.lucene.shards;

import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.UnreadableIndex;
import broadsheet.lucene.settle.ShippingSession;
import broadsheet.lucene.settle.WorkingCopy;
import broadsheet.lucene.shard.Shard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * The generations of an archive in shards. One file names the current one with its state, so that a
 * single rename shows all changes together.
 */
record Generations(Path place, int count) implements ShippingSession.Target {

  private static final int SHARDS = 3;
  private static final String KEY = "_id";

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
   * The number of the current generation, and its state.
   *
   * @throws broadsheet.engine.EngineException when there is none
   */
  String current() {
    try {
      return Files.readString(pointer());
    } catch (IOException e) {
      throw UnreadableIndex.missing(place);
    }
  }

  private static long number(String current) {
    return Long.parseLong(current.substring(0, current.indexOf(' ')));
  }

  @Override
  public Optional<String> state() {
    return exist()
        ? Optional.of(current().substring(current().indexOf(' ') + 1))
        : Optional.empty();
  }

  /** The folders of the shards. */
  List<Path> shards(String current) {
    return shards(number(current));
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
    long next = exist() ? number(current()) + 1 : 1;
    write(shards(next), copy.description(), copy.all());
    point(next, copy);
  }

  @Override
  public void change(WorkingCopy before, WorkingCopy after, ShippingSession.Progress progress) {
    long current = number(current());
    write(shards(current), after.description(), after.changesSince(before));
    point(current, after);
  }

  private void point(long generation, WorkingCopy copy) {
    try {
      Path written = Files.writeString(place.resolve("next"), generation + " " + copy.state());
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
      changes.forEachRemaining(change -> shards.write(change));
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
      Term term = new Term(KEY, change.key());
      Optional<byte[]> sent = change.bytes();
      try {
        if (sent.isEmpty()) {
          writer.deleteDocuments(term);
        } else {
          Document document = Shard.document(sent.get());
          document.add(new StringField(KEY, change.key(), Field.Store.NO));
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
