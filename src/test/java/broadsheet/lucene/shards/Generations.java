package broadsheet.lucene.shards;

import broadsheet.lucene.schema.UnreadableIndex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The generations of an archive in shards. One file names the current one, so that a single rename
 * replaces all shards at once.
 */
record Generations(Path place) {

  private static final int SHARDS = 3;

  static Generations in(Path place) {
    return new Generations(place);
  }

  private Path pointer() {
    return place.resolve("current");
  }

  boolean exist() {
    return Files.exists(pointer());
  }

  /**
   * The number of the current generation.
   *
   * @throws broadsheet.engine.EngineException when there is none
   */
  long current() {
    try {
      return Long.parseLong(Files.readString(pointer()));
    } catch (IOException e) {
      throw UnreadableIndex.missing(place);
    }
  }

  /** The folders of its shards. */
  List<Path> shards(long generation) {
    return IntStream.range(0, SHARDS)
        .mapToObj(shard -> place.resolve("generation" + generation).resolve("shard" + shard))
        .toList();
  }

  /** Deals a settled index to the shards of the next generation, which becomes the current one. */
  void next(Path settled) {
    long next = exist() ? current() + 1 : 1;
    try {
      Dealing.deal(settled, shards(next));
      Path written = Files.writeString(place.resolve("next"), Long.toString(next));
      Files.move(written, pointer(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
