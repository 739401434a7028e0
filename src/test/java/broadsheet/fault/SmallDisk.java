package broadsheet.fault;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A disk of a few megabytes, which is soon full. Mounting it needs the right to. */
public record SmallDisk(Path folder) implements AutoCloseable {

  /** Mounts one in a new folder, or skips the test that asks for it. */
  public static SmallDisk of(String size, Path folder) throws IOException {
    Files.createDirectories(folder);
    assumeTrue(
        succeeds("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
        "no right to mount a disk here");
    return new SmallDisk(folder);
  }

  /** From now on, nothing on it can be changed. */
  public boolean makeReadOnly() {
    return succeeds("mount", "-o", "remount,ro", folder.toString());
  }

  /** The bytes that can still be written. */
  public long free() throws IOException {
    return Files.getFileStore(folder).getUsableSpace();
  }

  /** Takes all that is left, until the file that it returns is deleted. */
  public Path fill() throws IOException {
    Path filler = folder.resolve("filler");
    try {
      Files.write(filler, new byte[(int) free() + 1]);
    } catch (IOException e) {
      // full
    }
    return filler;
  }

  private static boolean succeeds(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Override
  public void close() {
    succeeds("umount", folder.toString());
  }
}
