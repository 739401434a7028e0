package broadsheet.extension.host;

import broadsheet.worker.WorkerLoop;
import java.io.IOException;
import java.nio.file.Path;

/** The program of the process in which one extension runs. Its argument is the path of the jar. */
public final class ExtensionWorker {
  private ExtensionWorker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WorkerLoop.run(() -> new ExtensionTasks(Path.of(args[0])).byName());
  }
}
