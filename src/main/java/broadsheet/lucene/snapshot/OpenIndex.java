package broadsheet.lucene.snapshot;

import broadsheet.engine.EngineException;
import broadsheet.names.NameCorrection;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An index that is searched: of one folder, or several as one. Thread-safe. */
public interface OpenIndex extends AutoCloseable {

  /** An operation on one committed state. */
  interface Work<T> {
    T with(ReaderSnapshot snapshot) throws IOException;
  }

  /**
   * Runs an operation on the newest known state, which stays open meanwhile.
   *
   * @throws EngineException when the index cannot be read, or what was read of it made the work
   *     fail because it is damaged
   */
  <T> T read(Work<T> work);

  /** Corrects the names of this state and of later ones. */
  void correct(List<NameCorrection> all);

  /** The reason why searches fail, in a sentence; empty if they work. */
  Optional<String> fault();

  /** A number that is another for each state that is searched. */
  long generation();

  /** The numbers of the published states that are searched, by collection. */
  Map<String, Long> states();

  @Override
  void close();
}
