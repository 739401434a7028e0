package broadsheet.extension.host;

import broadsheet.extension.ArticleSink;
import broadsheet.extension.Signature;
import broadsheet.worker.Answer;
import broadsheet.worker.WorkerPool;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A format that an extension reads. Immutable. */
public record InstalledFormat(String name, Signature signature, ExtensionJar jar) {

  /**
   * Has a file read, and waits for the end.
   *
   * @param workers those of the {@link #jar}
   * @param fileName without folders
   * @param articles receives what is found, on this thread; an exception from it ends the reading
   * @return the end, or why there is none
   * @throws IOException if the file cannot be read, or no worker can be started
   */
  public Answer read(WorkerPool workers, String fileName, InputStream in, ArticleSink articles)
      throws IOException {
    byte[] options =
        ExtensionCodec.encoded(
            out -> {
              ExtensionCodec.write(name, out);
              ExtensionCodec.write(fileName, out);
            });
    return workers.ask(
        ExtensionTasks.READ,
        options,
        in,
        part ->
            ExtensionCodec.deliver(new DataInputStream(new ByteArrayInputStream(part)), articles));
  }
}
