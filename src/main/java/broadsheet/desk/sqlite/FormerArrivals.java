package broadsheet.desk.sqlite;

import broadsheet.desk.DeskException;
import broadsheet.engine.ArrivalRecord;
import broadsheet.files.WholeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The copy of arrivals as releases before 1.0 kept it on the desk: a JSON object a line, of which
 * those with a search are arrivals, the oldest first. Thread-safe.
 */
record FormerArrivals(Path path) {

  /** The name of the file. */
  static final String NAME = "arrivals.jsonl";

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * The arrivals; empty where there is no file.
   *
   * @throws DeskException when it cannot be read, naming the line
   */
  Optional<List<ArrivalRecord>> read() {
    try {
      return Optional.of(arrivals(Files.readString(path).split("\n", -1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw damaged("it is not UTF-8 text", e);
    } catch (IllegalArgumentException e) {
      throw damaged(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new DeskException(
          "%s cannot be read (%s). Check that it may be read, then try again."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }

  private DeskException damaged(String what, Exception cause) {
    return new DeskException(
        "%s is damaged (%s). Where the index is sound, ./broadsheet index --update replaces it."
            .formatted(path, what.replaceAll("\\s+", " ")),
        cause);
  }

  /** A last line that is cut off was being appended when the process was killed. */
  private static List<ArrivalRecord> arrivals(String[] lines) {
    List<ArrivalRecord> arrivals = new ArrayList<>();
    boolean isAppended = false;
    for (int i = 0; i < lines.length; i++) {
      boolean isCutOff = i == lines.length - 1 && isAppended;
      if (i == 0 || (!lines[i].isEmpty() && !isCutOff)) {
        JsonNode line = parsed(lines[i], i + 1);
        isAppended |= line.has("state");
        if (line.has("search")) {
          arrivals.add(arrival(line, i + 1));
        } else if (!line.has("state") && !line.has("arrivals")) {
          throw new IllegalArgumentException("line %s is no arrival".formatted(i + 1));
        }
      }
    }
    return List.copyOf(arrivals);
  }

  private static JsonNode parsed(String line, int number) {
    try {
      return MAPPER.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("line %s is no JSON".formatted(number), e);
    }
  }

  private static ArrivalRecord arrival(JsonNode line, int number) {
    try {
      return new ArrivalRecord(
          line.path("search").asText(),
          line.path("fingerprint").asText(),
          line.path("article").asText(),
          Instant.parse(line.path("at").asText()));
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("line %s: %s".formatted(number, e.getMessage()), e);
    }
  }

  /** Deletes the file, once the arrivals are stored elsewhere. */
  void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new DeskException(
          "%s is not needed any more and cannot be deleted (%s): delete it."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }
}
