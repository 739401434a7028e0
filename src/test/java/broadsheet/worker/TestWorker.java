package broadsheet.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A worker whose tasks go wrong in every way. */
public final class TestWorker {
  private static final List<byte[]> KEPT = new ArrayList<>();

  private TestWorker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WorkerLoop.run(TestWorker::tasks);
  }

  private static Map<String, Task> tasks() {
    Map<String, Task> tasks = new HashMap<>();
    tasks.put("echo", TestWorker::echo);
    tasks.put("environment", (file, options, parts) -> parts.add(environment()));
    tasks.put("compilers", (file, options, parts) -> parts.add(compilers()));
    tasks.put("refuse", (file, options, parts) -> refuse());
    tasks.put("throw", (file, options, parts) -> refuseBadly());
    tasks.put("die", (file, options, parts) -> Runtime.getRuntime().halt(1));
    tasks.put("start", (file, options, parts) -> start(new String(file.content(), UTF_8)));
    tasks.put("hang", (file, options, parts) -> hang());
    tasks.put("trickle", (file, options, parts) -> trickle(parts));
    tasks.put("fill memory", (file, options, parts) -> fillMemory());
    tasks.put("nonsense", (file, options, parts) -> nonsense());
    return tasks;
  }

  private static void echo(ReceivedFile file, byte[] options, Task.Parts parts) throws IOException {
    parts.add(options);
    byte[] content =
        file.spooled().isPresent() ? Files.readAllBytes(file.spooled().get()) : file.content();
    parts.add(content);
  }

  private static byte[] environment() {
    List<String> lines = new ArrayList<>(List.of(System.getProperty("user.home")));
    lines.addAll(System.getenv().keySet());
    return String.join("\n", lines).getBytes(UTF_8);
  }

  private static byte[] compilers() {
    boolean isQuick =
        ManagementFactory.getRuntimeMXBean()
            .getInputArguments()
            .contains("-XX:TieredStopAtLevel=1");
    return (isQuick ? "first" : "both").getBytes(UTF_8);
  }

  private static void refuse() throws ParseRefusal {
    throw ParseRefusal.skipped("not for us");
  }

  private static void refuseBadly() {
    throw new IllegalStateException("a fault");
  }

  /** Starts a program, and waits for its end. */
  private static void start(String program) throws IOException {
    Process started = new ProcessBuilder(program.split(" ", -1)).start();
    try {
      started.waitFor();
    } catch (InterruptedException e) {
      started.destroyForcibly();
    }
  }

  private static void hang() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  private static void trickle(Task.Parts parts) throws IOException {
    while (true) {
      parts.add(new byte[1]);
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private static void fillMemory() {
    while (true) {
      KEPT.add(new byte[1 << 20]);
    }
  }

  private static void nonsense() throws IOException {
    try (java.io.FileOutputStream out = new java.io.FileOutputStream(java.io.FileDescriptor.out)) {
      out.write(99);
    }
  }
}
