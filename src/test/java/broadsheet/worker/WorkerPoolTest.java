package broadsheet.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.Thorough;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkerPoolTest {
  private static final WorkerLimits LIMITS =
      new WorkerLimits(64, Duration.ofSeconds(20), Duration.ofSeconds(40));

  private WorkerPool workers = new WorkerPool(TestWorker.class, LIMITS);
  private final List<byte[]> parts = new ArrayList<>();

  @AfterEach
  void noWorkerIsLeft() {
    workers.close();
    assertThat(children()).isEmpty();
  }

  private static List<ProcessHandle> children() {
    return ProcessHandle.current().children().toList();
  }

  private Answer ask(String task, byte[] file) throws IOException {
    parts.clear();
    return workers.ask(task, "options".getBytes(UTF_8), new ByteArrayInputStream(file), parts::add);
  }

  @Test
  void answersWithPartsAndIsUsedAgain() throws IOException {
    for (byte[] file : new byte[][] {new byte[0], "abc".getBytes(UTF_8), new byte[300_000]}) {
      assertThat(ask("echo", file)).isEqualTo(new Answer.End());
      assertThat(parts).hasSize(2);
      assertThat(parts.getFirst()).asString(UTF_8).isEqualTo("options");
      assertThat(parts.getLast()).isEqualTo(file);
      assertThat(children()).hasSize(1);
    }
  }

  @Test
  void fileTooLargeForItsMemoryIsKeptInItsOwnFolder() throws IOException {
    byte[] file = new byte[40 << 20];
    file[file.length - 1] = 7;
    workers =
        new WorkerPool(
            TestWorker.class,
            new WorkerLimits(256, Duration.ofSeconds(30), Duration.ofSeconds(60)));
    assertThat(ask("echo", file)).isEqualTo(new Answer.End());
    assertThat(parts.getLast()).isEqualTo(file);
  }

  @Test
  void inheritsNothingButTheLocaleAndHasAFolderOfItsOwnUntilItEnds() throws IOException {
    ask("environment", new byte[0]);
    String[] answer = new String(parts.getFirst(), UTF_8).split("\n", -1);
    assertThat(List.of(answer).subList(1, answer.length)).isSubsetOf("LC_ALL", "LC_CTYPE", "LANG");
    Path home = Path.of(answer[0]);
    assertThat(home).isDirectory();
    workers.close();
    assertThat(home).doesNotExist();
  }

  @Test
  void workersDoWithoutTheSecondCompilerUntilThereAreManyFiles() throws IOException {
    workers = new WorkerPool(TestWorker.class, LIMITS, 2);
    List<String> compilers = new ArrayList<>();
    for (int file = 0; file < 4; file++) {
      ask("compilers", new byte[0]);
      compilers.add(new String(parts.getFirst(), UTF_8));
    }
    assertThat(compilers).containsExactly("first", "first", "both", "both");
  }

  @Test
  void refusalAndFaultAreAnswersAndTheWorkerGoesOn() throws IOException {
    assertThat(ask("refuse", new byte[0])).isEqualTo(new Answer.Failure(true, "not for us", ""));
    assertThat(ask("throw", new byte[0]))
        .isEqualTo(
            new Answer.Failure(false, "damaged", "java.lang.IllegalStateException: a fault"));
    assertThat(ask("no such task", new byte[0])).isInstanceOf(Answer.Failure.class);
    assertThat(ask("echo", new byte[3])).isEqualTo(new Answer.End());
    assertThat(children()).hasSize(1);
  }

  @Test
  void workerThatDiesOrFillsItsMemoryIsReplaced() throws IOException {
    assertThat(ask("die", new byte[100_000]))
        .isEqualTo(new Answer.Failure(false, WorkerProcess.DIED, ""));
    assertThat(ask("fill memory", new byte[0]))
        .isEqualTo(new Answer.Failure(false, WorkerProcess.TOO_LARGE, "more than 64 MB"));
    assertThat(ask("echo", new byte[3])).isEqualTo(new Answer.End());
  }

  @Thorough
  @Test
  void workerThatIsSilentOrNeverEndsIsKilled() throws IOException {
    workers =
        new WorkerPool(
            TestWorker.class,
            new WorkerLimits(64, Duration.ofMillis(2_500), Duration.ofMillis(5_000)));
    assertThat(ask("hang", new byte[0]))
        .isEqualTo(new Answer.Failure(false, WorkerProcess.TOO_SLOW, ""));
    assertThat(ask("trickle", new byte[0]))
        .isEqualTo(new Answer.Failure(false, WorkerProcess.TOO_SLOW, ""));
    assertThat(parts).isNotEmpty();
  }

  @Thorough
  @Test
  void aProgramThatAWorkerStartedEndsWithIt() throws Exception {
    workers =
        new WorkerPool(
            TestWorker.class, new WorkerLimits(64, Duration.ofSeconds(4), Duration.ofSeconds(5)));
    CompletableFuture<Answer> answer =
        CompletableFuture.supplyAsync(() -> asked("start", "sleep 600"));
    ProcessHandle sleeping = awaitStarted(answer);
    assertThat(answer.get(1, TimeUnit.MINUTES))
        .isEqualTo(new Answer.Failure(false, WorkerProcess.TOO_SLOW, ""));
    sleeping.onExit().get(10, TimeUnit.SECONDS);
  }

  private Answer asked(String task, String file) {
    try {
      return ask(task, file.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The program that the worker started, as soon as it runs. */
  private static ProcessHandle awaitStarted(CompletableFuture<Answer> answer) {
    while (!answer.isDone()) {
      for (ProcessHandle worker : children()) {
        Optional<ProcessHandle> started =
            worker
                .children()
                .filter(p -> p.info().command().filter(c -> c.endsWith("sleep")).isPresent())
                .findFirst();
        if (started.isPresent()) {
          return started.get();
        }
      }
    }
    throw new AssertionError("nothing was started: " + answer.join());
  }

  @Thorough
  @Test
  void workerKilledWhileItsPartsAreUsedWasTooSlow() throws IOException {
    workers =
        new WorkerPool(
            TestWorker.class,
            new WorkerLimits(64, Duration.ofMillis(2_500), Duration.ofMillis(5_000)));
    Task.Parts lingering = part -> awaitNoChildren();
    assertThat(
            workers.ask("trickle", new byte[0], new ByteArrayInputStream(new byte[0]), lingering))
        .isEqualTo(new Answer.Failure(false, WorkerProcess.TOO_SLOW, ""));
  }

  private static void awaitNoChildren() {
    while (!children().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void nonsenseEndsTheWorkerWithAnError() {
    assertThatThrownBy(() -> ask("nonsense", new byte[0])).isInstanceOf(IOException.class);
    assertThat(children()).isEmpty();
  }

  @Test
  void fileThatCannotBeReadEndsTheWorkerWithItsError() {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("the disk is gone");
          }

          @Override
          public int read(byte[] target, int from, int length) throws IOException {
            throw new IOException("the disk is gone");
          }
        };
    assertThatThrownBy(() -> workers.ask("echo", new byte[0], broken, parts::add))
        .hasMessage("the disk is gone");
    assertThat(children()).isEmpty();
  }

  @Test
  void closingKillsAWorkerInTheMiddleOfAFile() throws Exception {
    Thread closing =
        Thread.ofPlatform()
            .start(
                () -> {
                  while (parts.isEmpty()) {
                    Thread.onSpinWait();
                  }
                  workers.close();
                });
    List<byte[]> seen = new ArrayList<>();
    Answer answer =
        workers.ask(
            "trickle",
            new byte[0],
            InputStream.nullInputStream(),
            part -> {
              seen.add(part);
              parts.add(part);
            });
    closing.join();
    assertThat(seen).isNotEmpty();
    assertThat(answer).isEqualTo(new Answer.Failure(false, WorkerProcess.DIED, ""));
  }

  @Test
  void neitherWorkerNorItsFolderOutlivesTheProgram() throws Exception {
    Path folder = WorkerFolder.create();
    Process orphan =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                TestWorker.class.getName())
            .redirectErrorStream(true)
            .start();
    Frames.request("hang", new byte[0], InputStream.nullInputStream(), orphan.getOutputStream());
    assertThat(orphan.waitFor(500, TimeUnit.MILLISECONDS)).isFalse();
    orphan.getOutputStream().close();
    assertThat(orphan.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(folder).doesNotExist();
  }
}
