package broadsheet.worker;

import broadsheet.files.ProgramFiles;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serial;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One running worker: a process of this program with a bounded heap, nothing of the environment but
 * the locale, and a folder of its own, which is deleted with it. It has no descriptor but its three
 * streams. Once it fails it is of no more use. For one thread, except {@link #close}.
 */
final class WorkerProcess implements AutoCloseable {
  static final String TOO_SLOW = "takes too long to parse";
  static final String TOO_LARGE = "needs too much memory to parse";
  static final String DIED = "stops the program that parses it";

  /**
   * The variables a JVM needs to find its system on Windows, and its classes in a folder of any
   * name.
   */
  private static final Set<String> ENVIRONMENT = Set.of("SystemRoot", "LC_ALL", "LC_CTYPE", "LANG");

  /** The exit code of a JVM that ran out of memory, and that of a killed process. */
  private static final int OUT_OF_MEMORY = 3;

  private final Process process;
  private final Path folder;
  private final WorkerLimits limits;
  private final DataInputStream answers;
  private final OutputStream requests;
  private volatile boolean isTooSlow;
  private volatile boolean isClosed;

  private WorkerProcess(Process process, Path folder, WorkerLimits limits) {
    this.process = process;
    this.folder = folder;
    this.limits = limits;
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream()));
    this.requests = new BufferedOutputStream(process.getOutputStream());
  }

  /**
   * Starts a worker.
   *
   * @param program the class with its main method, which calls {@link WorkerLoop}
   * @param arguments passed to the main method
   * @param isQuick whether it does without the second compiler, which costs more than it gains if
   *     the worker reads few files
   */
  static WorkerProcess start(
      Class<?> program, List<String> arguments, WorkerLimits limits, boolean isQuick)
      throws IOException {
    Path folder = WorkerFolder.create();
    List<String> command = command(program, folder, limits, isQuick);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().retainAll(ENVIRONMENT);
    builder.directory(folder.toFile()).redirectError(Redirect.DISCARD);
    try {
      return new WorkerProcess(builder.start(), folder, limits);
    } catch (IOException e) {
      WorkerFolder.delete(folder);
      throw e;
    }
  }

  private static List<String> command(
      Class<?> program, Path folder, WorkerLimits limits, boolean isQuick) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (isQuick) {
      command.add("-XX:TieredStopAtLevel=1");
    }
    command.addAll(
        List.of(
            "-Xmx" + limits.heapMb() + "m",
            "-XX:MaxDirectMemorySize=32m",
            "-XX:+UseSerialGC",
            // JDK-8385993
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-ReduceAllocationMerges",
            "-XX:-UsePerfData",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:+DisplayVMOutputToStderr",
            "-Djava.awt.headless=true",
            "-Dorg.apache.commons.logging.LogFactory=org.apache.commons.logging.impl.LogFactoryImpl",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
            "-Djava.io.tmpdir=" + folder,
            "-Duser.home=" + folder,
            "-cp",
            ProgramFiles.classPath(),
            program.getName()));
    return command;
  }

  /** Whether it may be asked again. */
  boolean isAlive() {
    return process.isAlive() && !isTooSlow && !isClosed;
  }

  /**
   * Has a file parsed.
   *
   * @param parts receives the parts as they come
   * @return the end, or why there is none
   * @throws IOException if the file cannot be read
   */
  Answer ask(String task, byte[] options, InputStream file, Task.Parts parts) throws IOException {
    Watch watch = new Watch();
    Thread.ofVirtual().start(watch);
    try {
      send(task, options, file);
      while (true) {
        Answer answer = Frames.answer(answers);
        watch.seen();
        if (!(answer instanceof Answer.Part part)) {
          return answer;
        }
        parts.add(part.content());
      }
    } catch (WorkerLost | EOFException e) {
      return failure();
    } finally {
      watch.end();
    }
  }

  private void send(String task, byte[] options, InputStream file) throws IOException {
    Guarded out = new Guarded(requests);
    Frames.request(task, options, file, out);
  }

  /**
   * Waits for the exit code. A process whose streams have ended is about to exit, with a code that
   * states the reason.
   */
  private void awaitExit() {
    try {
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer failure() {
    awaitExit();
    close();
    if (isTooSlow) {
      return new Answer.Failure(false, TOO_SLOW, "");
    }
    boolean isOutOfMemory = !process.isAlive() && process.exitValue() == OUT_OF_MEMORY;
    return isOutOfMemory
        ? new Answer.Failure(false, TOO_LARGE, "more than " + limits.heapMb() + " MB")
        : new Answer.Failure(false, DIED, "");
  }

  /**
   * Kills it, and the programs that it started, as another process would: its streams end, but are
   * not closed before they are read.
   */
  private void kill() {
    List<ProcessHandle> started = process.descendants().toList();
    process.toHandle().destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills it and waits until it is gone. May be called by any thread, and repeatedly. */
  @Override
  public void close() {
    isClosed = true;
    kill();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    WorkerFolder.delete(folder);
  }

  /** Kills the worker when it is silent for too long, or works too long on one file. */
  private final class Watch implements Runnable {
    private final Instant last = Instant.now().plus(limits.longest());
    private volatile Instant next = Instant.now().plus(limits.patience());
    private volatile boolean isOver;

    void seen() {
      next = Instant.now().plus(limits.patience());
    }

    synchronized void end() {
      isOver = true;
      notifyAll();
    }

    @Override
    public synchronized void run() {
      while (!isOver) {
        Instant deadline = next.isBefore(last) ? next : last;
        long millis = Duration.between(Instant.now(), deadline).toMillis();
        if (millis <= 0) {
          isTooSlow = true;
          kill();
          return;
        }
        try {
          wait(millis);
        } catch (InterruptedException e) {
          return;
        }
      }
    }
  }

  /** Distinguishes a failure of the worker's input from a failure to read the file. */
  private static final class Guarded extends OutputStream {
    private final OutputStream out;

    Guarded(OutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      try {
        out.write(bytes, from, length);
      } catch (IOException e) {
        throw new WorkerLost(e);
      }
    }

    @Override
    public void flush() throws IOException {
      try {
        out.flush();
      } catch (IOException e) {
        throw new WorkerLost(e);
      }
    }
  }

  /** The worker does not take its request. */
  private static final class WorkerLost extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    WorkerLost(IOException cause) {
      super(cause);
    }
  }
}
