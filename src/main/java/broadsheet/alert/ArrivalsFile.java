package broadsheet.alert;

import broadsheet.engine.ArrivalRecord;
import broadsheet.files.WholeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A copy of the arrivals of an index's saved searches, on the {@link Desk} beside the index, so
 * that it outlives the index. JSON lines: first the count, then one arrival per line with its
 * checksum. Replaced as a whole; one process writes at a time. Thread-safe.
 */
public final class ArrivalsFile {

  private static final String NAME = "arrivals.jsonl";
  private static final String COUNT = "arrivals";
  private static final String SEARCH = "search";
  private static final String ARTICLE = "article";
  private static final String FINGERPRINT = "fingerprint";
  private static final String AT = "at";
  private static final String CHECKSUM = "checksum";

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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
   * @param arrivals in the order of the file
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
      return Optional.of(content(Files.readString(path).split("\n", -1)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (CharacterCodingException e) {
      throw damaged("it is not UTF-8 text", e);
    } catch (IOException e) {
      throw new AlertException(
          "%s cannot be read (%s). Check that it may be read, then try again."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }

  private Content content(String[] lines) {
    List<ArrivalRecord> arrivals = new ArrayList<>();
    int edited = 0;
    long count = 0;
    for (int i = 0; i < lines.length; i++) {
      try {
        if (i == 0) {
          count = MAPPER.readTree(lines[i]).required(COUNT).asLong(-1);
        } else if (!lines[i].isEmpty()) {
          JsonNode line = MAPPER.readTree(lines[i]);
          ArrivalRecord arrival = arrival(line);
          arrivals.add(arrival);
          edited += sum(arrival).equals(line.path(CHECKSUM).asText()) ? 0 : 1;
        }
      } catch (JsonProcessingException e) {
        throw damaged("line %s is no JSON".formatted(i + 1), e);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw damaged("line %s: %s".formatted(i + 1, e.getMessage()), e);
      }
    }
    long missing = Math.abs(count - arrivals.size());
    return new Content(arrivals, (int) Math.min(Integer.MAX_VALUE, Math.max(edited, missing)));
  }

  private static ArrivalRecord arrival(JsonNode line) {
    return new ArrivalRecord(
        text(line, SEARCH),
        text(line, FINGERPRINT),
        text(line, ARTICLE),
        Instant.parse(text(line, AT)));
  }

  private static String text(JsonNode line, String name) {
    if (!line.path(name).isTextual()) {
      throw new IllegalArgumentException("it has no text named " + name);
    }
    return line.get(name).textValue();
  }

  private static String sum(ArrivalRecord of) {
    return Checksum.of(of.search(), of.fingerprint(), of.article(), of.at().toString());
  }

  private AlertException damaged(String what, Exception cause) {
    return new AlertException(
        "%s is damaged (%s). Where the index is sound, ./broadsheet index --update writes it anew."
            .formatted(path, what.replaceAll("\\s+", " ")),
        cause);
  }

  /**
   * Replaces the content. Writes nothing where it is the same, or where there are no arrivals and
   * no desk.
   *
   * @throws AlertException when it cannot be written; the old content is kept
   */
  public void write(List<ArrivalRecord> arrivals) {
    if (arrivals.isEmpty() && !desk.isThere()) {
      return;
    }
    byte[] bytes = bytes(arrivals);
    if (isContent(bytes)) {
      return;
    }
    desk.make();
    try {
      WholeFile.replace(path, bytes);
    } catch (IOException e) {
      throw new AlertException(
          "%s cannot be written (%s). It is a copy of the matches that the index keeps for saved searches. Check disk space and permissions, then write it with ./broadsheet index --update."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }

  private boolean isContent(byte[] bytes) {
    try {
      return Arrays.equals(bytes, Files.readAllBytes(path));
    } catch (IOException e) {
      return false; // write() reports it
    }
  }

  private static byte[] bytes(List<ArrivalRecord> arrivals) {
    StringBuilder lines = new StringBuilder();
    lines.append(MAPPER.createObjectNode().put(COUNT, arrivals.size())).append('\n');
    arrivals.forEach(arrival -> lines.append(line(arrival)).append('\n'));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(ArrivalRecord arrival) {
    try {
      return MAPPER.writeValueAsString(
          MAPPER
              .createObjectNode()
              .put(SEARCH, arrival.search())
              .put(ARTICLE, arrival.article())
              .put(FINGERPRINT, arrival.fingerprint())
              .put(AT, arrival.at().toString())
              .put(CHECKSUM, sum(arrival)));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
