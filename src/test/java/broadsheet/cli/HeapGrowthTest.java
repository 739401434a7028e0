package broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.Thorough;
import broadsheet.cli.common.HeapGrowth;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class HeapGrowthTest {

  private static final int MB = 1 << 20;

  /** Allocates 3 GB, of which it needs 100 MB, and prints the largest size of the heap, in MB. */
  static final class Wasteful {
    public static void main(String[] args) {
      Deque<byte[]> needed = new ArrayDeque<>();
      long most = 0;
      try (HeapGrowth _ = HeapGrowth.limited()) {
        for (int i = 0; i < 3_000; i++) {
          needed.add(new byte[MB]);
          if (needed.size() > 100) {
            needed.remove();
          }
          most = Math.max(most, Runtime.getRuntime().totalMemory());
        }
      }
      System.out.println(most / MB);
    }
  }

  @Thorough
  @Test
  void oldObjectsAreCollectedBeforeAllMemoryIsTaken() throws Exception {
    ProcessBuilder java =
        new ProcessBuilder(
            Program.java().toString(),
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx2g",
            "-Xmn32m",
            "-cp",
            System.getProperty("java.class.path"),
            Wasteful.class.getName());
    try (Program program = Program.start(java)) {
      assertThat(Integer.parseInt(program.ended().out().strip())).isLessThan(1_000);
    }
  }
}
