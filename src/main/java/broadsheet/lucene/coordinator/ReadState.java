package broadsheet.lucene.coordinator;

import java.util.function.Function;

/**
 * The state of an archive that a request reads: the one that is current when it begins, and a later
 * one once the shards cannot show that any more. Not thread-safe.
 */
final class ReadState {

  /** Updates that follow one another may overtake a request as often. */
  private static final int MOST_TRIES = 5;

  private final ArchiveSource source;
  private ShardedArchive archive;

  ReadState(ArchiveSource source) {
    this.source = source;
    archive = source.current();
  }

  /**
   * Answers from the state, whole and from one alone.
   *
   * @throws StateGoneException when updates overtake every try
   */
  <T> T answer(Function<ShardedArchive, T> answering) {
    for (int tries = 1; ; tries++) {
      try {
        return answering.apply(archive);
      } catch (StateGoneException e) {
        if (tries == MOST_TRIES) {
          throw e;
        }
        archive = source.after(archive);
      }
    }
  }
}
