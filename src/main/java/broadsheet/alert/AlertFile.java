package broadsheet.alert;

import broadsheet.files.WholeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of saved searches as JSON: {@code {"alerts": [{"id": …}, …]}}. It may be edited by hand:
 * a search whose checksum is missing or wrong is still read. Thread-safe.
 */
record AlertFile(Path path) {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private static final String ALERTS = "alerts";
  private static final String ID = "id";
  private static final String SEARCH = "search";
  private static final String READING = "reading";
  private static final String CREATED_AT = "createdAt";
  private static final String CHECKSUM = "checksum";

  /**
   * A saved search as stored in the file.
   *
   * @param checksum of the search as this program last wrote it; empty for none
   */
  record Entry(SavedSearch search, String checksum) {

    /** An entry as this program writes it. */
    static Entry of(SavedSearch search) {
      return new Entry(search, sum(search));
    }

    private static String sum(SavedSearch of) {
      return Checksum.of(of.id(), of.search(), of.reading(), of.createdAt().toString());
    }

    /** Whether something other than this program last changed it. */
    boolean isEdited() {
      return !sum(search).equals(checksum);
    }
  }

  boolean isThere() {
    return Files.exists(path);
  }

  /**
   * The searches in their order; none where there is no file.
   *
   * @throws AlertException saying what is wrong with the file, which is left as it is
   */
  List<Entry> read() {
    try {
      return searches(MAPPER.readTree(Files.readString(path)));
    } catch (NoSuchFileException e) {
      return List.of();
    } catch (JsonProcessingException e) {
      throw malformed(place(e) + e.getOriginalMessage(), e);
    } catch (CharacterCodingException e) {
      throw malformed("it is not UTF-8 text", e);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw malformed(String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw new AlertException(
          "%s cannot be read (%s). Check that it may be read, then try again."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
  }

  private AlertException malformed(String what, Exception cause) {
    return new AlertException(
        "%s is not a list of alerts (%s). Nothing was changed. Mend it or move it away, then try again."
            .formatted(path, what.replaceAll("\\s+", " ")),
        cause);
  }

  private static List<Entry> searches(JsonNode root) {
    if (!root.path(ALERTS).isArray()) {
      throw new IllegalArgumentException("it has no list named " + ALERTS);
    }
    List<Entry> searches = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode each : root.get(ALERTS)) {
      SavedSearch search =
          new SavedSearch(
              text(each, ID),
              text(each, SEARCH),
              text(each, READING),
              Instant.parse(text(each, CREATED_AT)));
      if (!ids.add(search.id())) {
        throw new IllegalArgumentException("two alerts have the id " + search.id());
      }
      searches.add(new Entry(search, each.has(CHECKSUM) ? text(each, CHECKSUM) : ""));
    }
    return List.copyOf(searches);
  }

  private static String text(JsonNode alert, String name) {
    if (!alert.path(name).isTextual()) {
      throw new IllegalArgumentException("an alert has no text named " + name);
    }
    return alert.get(name).textValue();
  }

  /**
   * Replaces the list.
   *
   * @throws AlertException when it cannot be written; the old list is kept
   */
  void write(List<Entry> searches) {
    ObjectNode root = MAPPER.createObjectNode();
    var list = root.putArray(ALERTS);
    for (Entry entry : searches) {
      SavedSearch search = entry.search();
      list.addObject()
          .put(ID, search.id())
          .put(SEARCH, search.search())
          .put(READING, search.reading())
          .put(CREATED_AT, search.createdAt().toString())
          .put(CHECKSUM, entry.checksum());
    }
    try {
      String text = MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
      WholeFile.replace(path, text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new AlertException(
          "%s cannot be written (%s) and is unchanged. Check disk space and permissions, then try again."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }
}
