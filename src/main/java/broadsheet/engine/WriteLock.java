package broadsheet.engine;

/** Keeps everyone else from writing an index until it is closed. */
public interface WriteLock extends AutoCloseable {
  @Override
  void close();
}
