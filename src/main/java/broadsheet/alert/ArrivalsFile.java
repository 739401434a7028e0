package broadsheet.alert;

import broadsheet.engine.ArrivalRecord;
import broadsheet.files.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A copy of the arrivals of an index's saved searches, on the {@link Desk} beside the index, so
 * that it outlives the index. The lines are described at {@link ArrivalLines}. It is replaced as a
 * whole or appended to, by one process at a time. A part that was not appended to its end does no
 * harm: it is read as far as it goes, and {@link #isAt} knows it. Thread-safe.
 */
public final class ArrivalsFile {

  private static final String NAME = "arrivals.jsonl";

  private final Desk desk;
  private final Path path;

  private ArrivalsFile(Desk desk) {
    this.desk = desk;
    path = desk.file(NAME);
  }

  /** The file for the index in a folder. */
  public static ArrivalsFile of(Path index) {
    return new ArrivalsFile(Desk.of(index));
  }

  /**
   * The content of the file.
   *
   * @param arrivals in the order of the file; the newest {@value
   *     broadsheet.engine.result.Arrival#MOST} of each search
   * @param edited how many were changed by something other than this program, or are missing
   */
  public record Content(List<ArrivalRecord> arrivals, int edited) {
    public Content {
      arrivals = List.copyOf(arrivals);
    }
  }

  public Path path() {
    return path;
  }

  /**
   * Reads the file; empty where there is none.
   *
   * @throws AlertException when it cannot be read, naming the line
   */
  public Optional<Content> read() {
    try {
      return Optional.of(ArrivalLines.read(Files.readString(path)).content());
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw damaged("it is not UTF-8 text", e);
    } catch (IllegalArgumentException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new AlertException(
          "%s cannot be read (%s). Check that it may be read, then try again."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }

  private AlertException damaged(String what, Exception cause) {
    return new AlertException(
        "%s is damaged (%s). Where the index is sound, ./broadsheet index --update writes it anew."
            .formatted(path, what.replaceAll("\\s+", " ")),
        cause);
  }

  /**
   * Whether the file is unharmed and of a state.
   *
   * @param state as last given to {@link #write} or {@link #append}
   */
  public boolean isAt(String state) {
    try {
      return ArrivalLines.isAt(Files.readAllBytes(path), state);
    } catch (IOException e) {
      return false; // write() reports it
    }
  }

  /**
   * Replaces the content. Writes nothing where it is the same, or where there are no arrivals and
   * no desk.
   *
   * @param state names the content
   * @throws AlertException when it cannot be written; the old content is kept
   */
  public void write(String state, List<ArrivalRecord> arrivals) {
    if (arrivals.isEmpty() && !desk.isThere()) {
      return;
    }
    byte[] bytes = ArrivalLines.of(state, arrivals);
    if (isContent(bytes)) {
      return;
    }
    desk.make();
    try {
      WholeFile.replace(path, bytes);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private boolean isContent(byte[] bytes) {
    try {
      return Arrays.equals(bytes, Files.readAllBytes(path));
    } catch (IOException e) {
      return false; // write() reports it
    }
  }

  /**
   * Adds to an unharmed file. Now and then it is written anew, without what it does not hold any
   * more.
   *
   * @param state names the content after it
   * @throws AlertException when it cannot be written; the old content can still be read
   */
  public void append(String state, List<ArrivalRecord> arrivals) {
    try {
      byte[] old = Files.readAllBytes(path);
      if (ArrivalLines.isLong(old)) {
        List<ArrivalRecord> all = new ArrayList<>(read().orElseThrow().arrivals());
        all.addAll(arrivals);
        write(state, all);
      } else {
        append(ArrivalLines.more(old, state, arrivals));
      }
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private void append(byte[] more) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.APPEND)) {
      ByteBuffer rest = ByteBuffer.wrap(more);
      while (rest.hasRemaining()) {
        channel.write(rest);
      }
      channel.force(true);
    }
  }

  private AlertException cannotWrite(IOException e) {
    return new AlertException(
        "%s cannot be written (%s). It is a copy of the matches that the index keeps for saved searches. Check disk space and permissions, then write it with ./broadsheet index --update."
            .formatted(path, WholeFile.reason(e)),
        e);
  }
}
