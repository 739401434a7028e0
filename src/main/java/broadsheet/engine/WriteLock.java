package broadsheet.engine;

/** A lock against all other writers of an index, held until this is closed. */
public interface WriteLock extends AutoCloseable {
  @Override
  void close();
}
