package broadsheet.worker;

import java.io.IOException;

/** A kind of parsing that a worker does. Runs in the worker's process. Use by one thread. */
public interface Task {

  /** Receives the parts of an answer in their order. */
  interface Parts {
    void add(byte[] content) throws IOException;
  }

  /**
   * Parses a file.
   *
   * @param options in the encoding that the task and its caller agree on
   * @throws ParseRefusal if the file cannot be parsed
   * @throws IOException if it is damaged, or the answer cannot be sent
   */
  void run(ReceivedFile file, byte[] options, Parts parts) throws IOException, ParseRefusal;
}
