package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.cli.common.ExitCode;
import broadsheet.fault.SmallDisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server beside rebuilds that fill the disk: readers go on, and so does all once there is room.
 */
@Thorough
class FullDiskIT {

  @TempDir private Path folder;

  @Test
  void readersGoOnWhileTheDiskIsFull(TestReporter reporter) throws Exception {
    Path few = Files.createDirectory(folder.resolve("few"));
    Path many = Files.createDirectory(folder.resolve("many"));
    write(few, 5);
    write(many, 1_500);
    try (SmallDisk disk = SmallDisk.of("2m", folder.resolve("disk"))) {
      Path index = disk.folder().resolve("index");
      Program.on(index, "index", few.toString()).assertDone();
      Program.on(index, "list", "add", "Harbour", "0", "--note", "ask").assertDone();
      try (Serving server = Serving.of(index)) {
        assertReadable(server, "ok");
        long before = disk.free();
        Program.Ended rebuild = Program.on(index, "index", many.toString());
        assertThat(rebuild.exitCode()).isEqualTo(ExitCode.ERROR);
        assertThat(rebuild.err()).contains("The old index, if there was one, is unharmed");
        long after = disk.free();
        reporter.publishEntry("free", "before " + before + ", after " + after + " bytes");
        assertThat(after).isGreaterThan(before - 16_384);
        assertReadable(server, "ok");

        Path filler = disk.fill();
        assertThat(disk.free()).isZero();
        assertReadable(server, "degraded");
        String note = "ask the harbour master ".repeat(400);
        Program.Ended change = Program.on(index, "list", "add", "Harbour", "1", "--note", note);
        assertThat(change.exitCode()).isEqualTo(ExitCode.ERROR);
        assertThat(change.err()).contains("disk space").doesNotContain("Exception");
        assertReadable(server, "degraded");

        Files.delete(filler);
        assertReadable(server, "ok");
        Program.on(index, "list", "add", "Harbour", "1").assertDone();
        assertThat(server.json("/lists.json").at("/lists/0/articles").asInt()).isEqualTo(2);
        Program.on(index, "index", few.toString()).assertDone();
        assertReadable(server, "ok");
      }
    }
  }

  private static void write(Path corpus, int articles) throws IOException {
    Random random = new Random(articles);
    for (int i = 0; i < articles; i++) {
      StringBuilder text = new StringBuilder("Story " + i + "\n\nThe harbour");
      for (int word = 0; word < 200; word++) {
        text.append(' ').append(Long.toString(random.nextLong(), Character.MAX_RADIX));
      }
      Files.writeString(corpus.resolve(i + ".txt"), text);
    }
  }

  private static void assertReadable(Serving server, String status) throws Exception {
    assertThat(server.json("/healthz").path("status").asText()).isEqualTo(status);
    for (String path : new String[] {"/lists", "/alerts", "/search?q=harbour+list:Harbour"}) {
      assertThat(server.get(path).statusCode()).as(path).isEqualTo(200);
    }
  }
}
