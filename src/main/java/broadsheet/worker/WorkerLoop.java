package broadsheet.worker;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;

/**
 * The life of a worker: answers one request after another, until its input ends because the program
 * closed it or died. The input is watched while a file is parsed, so that no worker, and no program
 * that it started, outlives the program even in an endless parse.
 */
public final class WorkerLoop {
  /** Files up to this size stay in memory. */
  private static final int MOST_IN_MEMORY = 32 << 20;

  private final Map<String, Task> tasks;
  private final SynchronousQueue<Request> requests = new SynchronousQueue<>();

  /** A request that was received. */
  private static final class Request {
    private final String task;
    private final byte[] options;
    private final ReceivedFile file;

    Request(String task, byte[] options, ReceivedFile file) {
      this.task = task;
      this.options = options;
      this.file = file;
    }
  }

  /** Makes the tasks, once nothing else can print on standard output. */
  public interface Tasks {
    Map<String, Task> byName() throws IOException;
  }

  private WorkerLoop(Map<String, Task> tasks) {
    this.tasks = tasks;
  }

  /**
   * Answers requests on standard output, where nothing else may print, and ends the process when
   * standard input ends, which nothing else may read.
   */
  public static void run(Tasks tasks) throws IOException, InterruptedException {
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    System.setIn(InputStream.nullInputStream());
    WorkerLoop loop = new WorkerLoop(tasks.byName());
    Thread.ofPlatform().daemon().name("requests").start(loop::receiveAll);
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
    while (true) {
      loop.answer(loop.requests.take(), out);
    }
  }

  private void receiveAll() {
    try (FileInputStream standard = new FileInputStream(FileDescriptor.in);
        DataInputStream in = new DataInputStream(new BufferedInputStream(standard))) {
      while (true) {
        requests.put(receive(in));
      }
    } catch (IOException | InterruptedException e) {
      // The program is gone, or no longer needs the worker.
    } finally {
      end();
    }
  }

  private static void end() {
    try {
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      WorkerFolder.deleteOwn();
    } finally {
      Runtime.getRuntime().halt(0);
    }
  }

  private static Request receive(DataInputStream in) throws IOException {
    String task = Frames.text(in);
    byte[] options = Frames.block(in, Answer.LONGEST);
    return new Request(task, options, file(in));
  }

  private static ReceivedFile file(DataInputStream in) throws IOException {
    ByteArrayOutputStream memory = new ByteArrayOutputStream();
    byte[] piece = Frames.block(in, MOST_IN_MEMORY);
    while (piece.length > 0 && memory.size() + piece.length <= MOST_IN_MEMORY) {
      memory.write(piece);
      piece = Frames.block(in, MOST_IN_MEMORY);
    }
    if (piece.length == 0) {
      return ReceivedFile.inMemory(memory.toByteArray());
    }
    Path spooled = Files.createTempFile("file", "");
    try (OutputStream disk = new BufferedOutputStream(Files.newOutputStream(spooled))) {
      memory.writeTo(disk);
      while (piece.length > 0) {
        disk.write(piece);
        piece = Frames.block(in, MOST_IN_MEMORY);
      }
    }
    return ReceivedFile.onDisk(spooled);
  }

  private void answer(Request request, OutputStream out) {
    try {
      Frames.answer(result(request, out), out);
      if (request.file.spooled().isPresent()) {
        Files.deleteIfExists(request.file.spooled().get());
      }
    } catch (IOException e) {
      Runtime.getRuntime().halt(0);
    }
  }

  private Answer result(Request request, OutputStream out) {
    Task task = tasks.get(request.task);
    if (task == null) {
      return new Answer.Failure(false, "could not be parsed", "no task " + request.task);
    }
    try {
      task.run(
          request.file, request.options, content -> Frames.answer(new Answer.Part(content), out));
      return new Answer.End();
    } catch (ParseRefusal e) {
      return e.answer();
    } catch (EOFException e) {
      return new Answer.Failure(false, "damaged", "ends too early");
    } catch (IOException e) {
      return new Answer.Failure(false, "damaged", String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      return new Answer.Failure(false, "damaged", e.toString());
    }
  }
}
