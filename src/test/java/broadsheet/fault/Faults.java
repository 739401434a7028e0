package broadsheet.fault;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which change below a folder fails, in this process: the n-th of all that {@link
 * FaultyFiles} and {@link FaultySqlite} are asked for. One plan at a time. Thread-safe.
 */
public final class Faults {

  /** The kinds of changes. */
  public enum Kind {
    CREATE,
    WRITE,
    TRUNCATE,
    SYNC,
    RENAME,
    DELETE,
    /** Maps the file in which processes that use one SQLite database find each other. */
    SHARE
  }

  /** The manners in which the n-th change, and perhaps later ones, fail. */
  public enum Manner {
    /** It fails, and all others succeed. */
    ONCE,
    /** It and all later ones fail for lack of room, but for those that need none. */
    NO_ROOM,
    /** It and all later ones fail, as if the drive were pulled or the process killed. */
    GONE,
    /** The same, and what was not synced is lost. */
    POWER
  }

  private static final int NEVER = Integer.MAX_VALUE;

  private static @Nullable Plan plan;

  private Faults() {}

  /** Counts the changes below a folder, and lets all succeed. */
  public static void count(Path folder) {
    fail(folder, Manner.ONCE, NEVER);
  }

  /**
   * Fails changes below a folder until {@link #end}.
   *
   * @param number which change is the first to fail, from 1
   */
  public static synchronized void fail(Path folder, Manner manner, int number) {
    plan = new Plan(folder.toString(), manner, number);
  }

  /**
   * Lets everything succeed again. After a loss of power, cuts files off where they were synced.
   *
   * @return how many changes of each kind were asked for, and the first that failed
   */
  public static Outcome end() throws IOException {
    Plan ended;
    synchronized (Faults.class) {
      ended = plan;
      plan = null;
    }
    if (ended == null) {
      throw new IllegalStateException("nothing was begun");
    }
    if (ended.manner == Manner.POWER) {
      ended.loseUnsynced();
    }
    return new Outcome(Map.copyOf(ended.asked), ended.first);
  }

  /**
   * The end of a plan.
   *
   * @param asked the number of changes by kind, failed or not
   * @param first the first that failed; null if there were fewer changes
   */
  public record Outcome(Map<Kind, Integer> asked, @Nullable Fault first) {
    /** The number of changes. */
    public int total() {
      return asked.values().stream().mapToInt(Integer::intValue).sum();
    }
  }

  /**
   * A change that failed.
   *
   * @param by the methods of the program that asked for it, the innermost first
   */
  public record Fault(Kind kind, String file, List<String> by) {}

  /** Whether a change fails now. */
  static synchronized boolean hits(Kind kind, String file) {
    return plan != null && file.startsWith(plan.folder) && plan.hits(kind, file);
  }

  /** Records the length to which a file is certain to be on disk. */
  static synchronized void synced(String file, long length) {
    if (plan != null) {
      plan.synced.computeIfPresent(file, (_, _) -> length);
    }
  }

  /** Records that a file that had this length has changed. */
  static synchronized void changed(String file, long length) {
    if (plan != null && file.startsWith(plan.folder)) {
      plan.synced.putIfAbsent(file, length);
    }
  }

  /** Records another name. */
  static synchronized void renamed(String from, String to) {
    if (plan != null && plan.synced.containsKey(from)) {
      plan.synced.put(to, plan.synced.remove(from));
    }
  }

  private static final class Plan {
    private final String folder;
    private final Manner manner;
    private final int number;
    private final Map<Kind, Integer> asked = new EnumMap<>(Kind.class);
    private final Map<String, Long> synced = new HashMap<>();
    private int total;
    private @Nullable Fault first;

    Plan(String folder, Manner manner, int number) {
      this.folder = folder;
      this.manner = manner;
      this.number = number;
    }

    boolean hits(Kind kind, String file) {
      asked.merge(kind, 1, Integer::sum);
      total++;
      boolean isHit =
          total == number
              || (total > number
                  && switch (manner) {
                    case ONCE -> false;
                    case NO_ROOM -> kind == Kind.CREATE || kind == Kind.WRITE || kind == Kind.SHARE;
                    case GONE, POWER -> true;
                  });
      if (isHit && first == null) {
        first = new Fault(kind, file, callers());
      }
      return isHit;
    }

    private static List<String> callers() {
      return Arrays.stream(new Throwable().getStackTrace())
          .filter(frame -> frame.getClassName().startsWith("broadsheet."))
          .filter(frame -> !frame.getClassName().startsWith("broadsheet.fault."))
          .map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
          .distinct()
          .limit(6)
          .toList();
    }

    void loseUnsynced() throws IOException {
      for (Map.Entry<String, Long> each : synced.entrySet()) {
        Path file = Path.of(each.getKey());
        if (Files.isRegularFile(file) && Files.size(file) > each.getValue()) {
          try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(each.getValue());
          }
        }
      }
    }
  }
}
