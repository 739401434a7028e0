package broadsheet.alert;

import broadsheet.engine.ArrivalRecord;
import broadsheet.engine.result.Arrival;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The lines of an {@link ArrivalsFile}, each a JSON object: the number of arrivals in the first
 * part; that many arrivals, each with its checksum; a line that names the state and has a checksum
 * of everything before it. Parts that were appended have arrivals and such a line. For one use.
 */
final class ArrivalLines {

  /** A shorter file is not written anew however much was appended. */
  private static final int FEW_LINES = 1_000;

  private static final String COUNT = "arrivals";
  private static final String STATE = "state";
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

  private final List<ArrivalRecord> arrivals = new ArrayList<>();
  private final CRC32 before = new CRC32();
  private long count = -1;
  private int edited;
  private int parts;
  private boolean hasWrongSum;

  private ArrivalLines() {}

  /**
   * Reads all lines. A last line that is cut off is ignored if it was appended.
   *
   * @throws IllegalArgumentException if a line is malformed, naming it
   */
  static ArrivalLines read(String text) {
    ArrivalLines read = new ArrivalLines();
    String[] lines = text.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      boolean isCutOff = i == lines.length - 1 && read.parts > 0;
      if (i == 0 || (!lines[i].isEmpty() && !isCutOff)) {
        read.add(lines[i], i + 1);
      }
      read.before.update(bytes(lines[i] + '\n'));
    }
    return read;
  }

  private void add(String text, int number) {
    try {
      JsonNode line = MAPPER.readTree(text);
      if (number == 1) {
        count = line.required(COUNT).asLong(-1);
      } else if (line.has(STATE)) {
        endPart(text(line, STATE), line.path(CHECKSUM).asText());
      } else {
        ArrivalRecord arrival = arrival(line);
        arrivals.add(arrival);
        edited += sum(arrival).equals(line.path(CHECKSUM).asText()) ? 0 : 1;
      }
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("line %s is no JSON".formatted(number), e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("line %s: %s".formatted(number, e.getMessage()), e);
    }
  }

  private void endPart(String state, String sum) {
    if (parts++ == 0) {
      edited = Math.max(edited, missing());
    }
    hasWrongSum |= !sum.equals(sum(before, state));
  }

  private int missing() {
    return (int) Math.min(Integer.MAX_VALUE, Math.abs(count - arrivals.size()));
  }

  ArrivalsFile.Content content() {
    int changed = Math.max(edited, parts == 0 ? missing() : 0);
    return new ArrivalsFile.Content(newest(), Math.max(changed, hasWrongSum ? 1 : 0));
  }

  /** Later arrivals of a search are newer. */
  private List<ArrivalRecord> newest() {
    Map<String, Integer> counts = new HashMap<>();
    List<ArrivalRecord> newest = new ArrayList<>();
    for (ArrivalRecord arrival : arrivals.reversed()) {
      if (counts.merge(arrival.search(), 1, Integer::sum) <= Arrival.MOST) {
        newest.add(arrival);
      }
    }
    return newest.reversed();
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

  /** A whole file. */
  static byte[] of(String state, List<ArrivalRecord> arrivals) {
    String first = MAPPER.createObjectNode().put(COUNT, arrivals.size()) + "\n";
    return part(first, new CRC32(), state, arrivals);
  }

  /** A part to be appended to a file. */
  static byte[] more(byte[] file, String state, List<ArrivalRecord> arrivals) {
    CRC32 before = new CRC32();
    before.update(file);
    return part("", before, state, arrivals);
  }

  private static byte[] part(
      String first, CRC32 before, String state, List<ArrivalRecord> arrivals) {
    StringBuilder lines = new StringBuilder(first);
    arrivals.forEach(arrival -> lines.append(line(arrival)).append('\n'));
    before.update(bytes(lines.toString()));
    return bytes(lines.append(stateLine(state, sum(before, state))).append('\n').toString());
  }

  private static String stateLine(String state, String sum) {
    return MAPPER.createObjectNode().put(STATE, state).put(CHECKSUM, sum).toString();
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

  /** Whether a file ends with the line of a state, and its checksum is right. */
  static boolean isAt(byte[] file, String state) {
    int end = file.length - 1;
    while (end > 0 && file[end - 1] != '\n') {
      end--;
    }
    CRC32 before = new CRC32();
    before.update(file, 0, Math.max(0, end));
    String last =
        new String(file, Math.max(0, end), file.length - Math.max(0, end), StandardCharsets.UTF_8);
    return last.equals(stateLine(state, sum(before, state)) + "\n");
  }

  /** Whether so much was appended to an unharmed file that it should be written anew. */
  static boolean isLong(byte[] file) {
    long lines = 0;
    int firstEnd = -1;
    for (int i = 0; i < file.length; i++) {
      if (file[i] == '\n') {
        lines++;
        firstEnd = firstEnd < 0 ? i : firstEnd;
      }
    }
    try {
      String first = new String(file, 0, Math.max(0, firstEnd), StandardCharsets.UTF_8);
      return lines > 2 * MAPPER.readTree(first).path(COUNT).asLong() + FEW_LINES;
    } catch (JsonProcessingException e) {
      return true;
    }
  }

  private static String sum(ArrivalRecord of) {
    return Checksum.of(of.search(), of.fingerprint(), of.article(), of.at().toString());
  }

  /** The checksum in the line of a state: of all bytes before, and the state. */
  private static String sum(CRC32 before, String state) {
    return Checksum.of(HexFormat.of().toHexDigits((int) before.getValue()), state);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
