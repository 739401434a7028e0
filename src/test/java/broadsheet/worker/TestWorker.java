package broadsheet.worker;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A worker whose tasks go wrong in every way. */
public final class TestWorker {
  private static final List<byte[]> KEPT = new ArrayList<>();

  private TestWorker() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    WorkerLoop.run(
        () ->
            Map.of(
                "echo", TestWorker::echo,
                "environment", (file, options, parts) -> parts.add(environment()),
                "compilers", (file, options, parts) -> parts.add(compilers()),
                "refuse", (file, options, parts) -> refuse(),
                "throw", (file, options, parts) -> refuseBadly(),
                "die", (file, options, parts) -> Runtime.getRuntime().halt(1),
                "hang", (file, options, parts) -> hang(),
                "trickle", (file, options, parts) -> trickle(parts),
                "fill memory", (file, options, parts) -> fillMemory(),
                "nonsense", (file, options, parts) -> nonsense()));
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
