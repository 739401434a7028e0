package broadsheet.lucene.index;

import broadsheet.engine.EngineException;
import broadsheet.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The progress of sending an index to shards elsewhere. It is kept in a file beside it, so that an
 * update that was killed goes on where it was. Immutable.
 *
 * @param state the state that the shards hold, see {@code WorkingCopy.state}
 * @param commit the generation of the commit whose documents they hold; {@link
 *     ShippedCommitDeletionPolicy} keeps it
 * @param pending the state that was being sent; empty if none was
 * @param sent the number of its changes that the shards have confirmed, in their order
 */
public record Shipment(String state, long commit, String pending, long sent) {

  private static final String FILE = "shipment";
  private static final int FIELDS = 4;

  /** The shipment of a state that was sent as a whole. */
  public static Shipment whole(String state, long commit) {
    return new Shipment(state, commit, "", 0);
  }

  /** The same with the progress of the next state. */
  public Shipment sending(String next, long confirmed) {
    return new Shipment(state, commit, next, confirmed);
  }

  /** The number of changes that need not be sent again on the way to a state. */
  public long sentOf(String next) {
    return pending.equals(next) ? sent : 0;
  }

  /** The shipment of an index; empty if none is known. */
  public static Optional<Shipment> of(Path folder) {
    try {
      Path file = folder.resolve(FILE);
      return Files.isRegularFile(file) ? parsed(Files.readString(file)) : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // then everything is sent
    }
  }

  /** Reads the form of {@link #line}; empty if a text is not one. */
  public static Optional<Shipment> parsed(String line) {
    String[] fields = line.strip().split(" ", -1);
    boolean isWhole = fields.length == FIELDS && fields[1].matches("\\d{1,18}");
    return isWhole && fields[3].matches("\\d{1,18}")
        ? Optional.of(
            new Shipment(
                fields[0], Long.parseLong(fields[1]), fields[2], Long.parseLong(fields[3])))
        : Optional.empty();
  }

  /** Its form as one line. */
  public String line() {
    return String.join(" ", state, Long.toString(commit), pending, Long.toString(sent));
  }

  /**
   * Keeps it beside the index.
   *
   * @throws EngineException when it cannot be written
   */
  public void keep(Path folder) {
    try {
      WholeFile.replace(folder.resolve(FILE), line().getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new EngineException(
          "The progress of sending cannot be noted in %s: %s".formatted(folder, e.getMessage()), e);
    }
  }

  /**
   * Forgets what was sent.
   *
   * @throws EngineException when the file cannot be deleted
   */
  public static void forget(Path folder) {
    try {
      Files.deleteIfExists(folder.resolve(FILE));
    } catch (IOException e) {
      throw new EngineException(
          "The progress of sending cannot be deleted in %s: %s".formatted(folder, e.getMessage()),
          e);
    }
  }
}
