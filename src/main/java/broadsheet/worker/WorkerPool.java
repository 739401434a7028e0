package broadsheet.worker;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The workers of one run. Each is started when it is needed, used by one thread at a time, replaced
 * when it fails, and killed at the end. Thread-safe.
 */
public final class WorkerPool implements AutoCloseable {
  /** Programs leak; a worker is replaced after this many files. */
  private static final int FILES_PER_WORKER = 500;

  private final Class<?> program;
  private final WorkerLimits limits;
  private final int quickFiles;
  private final List<String> arguments;
  private final Deque<Hired> idle = new ArrayDeque<>();
  private final Set<Hired> all = new HashSet<>();
  private int files;

  /** A worker and the number of files it may still receive. */
  private static final class Hired {
    private final WorkerProcess process;
    private int left;

    Hired(WorkerProcess process, int left) {
      this.process = process;
      this.left = left;
    }
  }

  /**
   * @param program the class with the worker's main method
   */
  public WorkerPool(Class<?> program, WorkerLimits limits) {
    this(program, limits, 0);
  }

  /**
   * @param program the class with the worker's main method
   * @param quickFiles the number of files that are too few for the JVM's second compiler to pay
   *     off: workers do without it until so many were asked for, and each is replaced after as many
   * @param arguments passed to the main method
   */
  public WorkerPool(Class<?> program, WorkerLimits limits, int quickFiles, String... arguments) {
    this.program = program;
    this.limits = limits;
    this.quickFiles = quickFiles;
    this.arguments = List.of(arguments);
  }

  /**
   * Has a file parsed, and waits for the end.
   *
   * @param parts receives the parts as they come; an exception from it ends the worker
   * @return the end, or why there is none
   * @throws IOException if the file cannot be read, or no worker can be started
   */
  public Answer ask(String task, byte[] options, InputStream file, Task.Parts parts)
      throws IOException {
    Hired worker = hire();
    boolean isReturned = false;
    try {
      Answer answer = worker.process.ask(task, options, file, parts);
      isReturned = true;
      return answer;
    } finally {
      giveBack(worker, isReturned);
    }
  }

  private synchronized Hired hire() throws IOException {
    Hired worker = idle.poll();
    files++;
    if (worker == null) {
      boolean isQuick = files <= quickFiles;
      worker =
          new Hired(
              WorkerProcess.start(program, arguments, limits, isQuick),
              isQuick ? quickFiles : FILES_PER_WORKER);
      all.add(worker);
    }
    return worker;
  }

  private void giveBack(Hired worker, boolean isSound) {
    worker.left--;
    boolean isKept = isSound && worker.left > 0 && worker.process.isAlive();
    synchronized (this) {
      if (isKept && all.contains(worker)) {
        idle.push(worker);
        return;
      }
      all.remove(worker);
    }
    worker.process.close();
  }

  /** Kills the workers. A file that is being parsed fails; another starts a new worker. */
  @Override
  public void close() {
    Set<Hired> ended;
    synchronized (this) {
      ended = Set.copyOf(all);
      all.clear();
      idle.clear();
    }
    ended.forEach(worker -> worker.process.close());
  }
}
