package broadsheet.desk.sqlite;

import broadsheet.desk.DeskException;
import broadsheet.desk.SavedSearch;
import broadsheet.files.WholeFile;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A list of saved searches as releases before 1.0 kept it, in JSON: {@code {"alerts": [{"id": …},
 * …]}}, on the desk or in the index folder. Thread-safe.
 *
 * @param aside where the file is put once its searches are stored elsewhere
 */
record FormerSearches(Path path, Path aside) {

  /** The name of the file. */
  static final String NAME = "alerts.json";

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

  boolean isThere() {
    return Files.exists(path);
  }

  /**
   * The searches in their order; none where there is no file.
   *
   * @throws DeskException saying what is wrong with the file, which is left as it is
   */
  List<SavedSearch> read() {
    if (!isThere()) {
      return List.of();
    }
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
      throw new DeskException(
          "%s cannot be read (%s). Check that it may be read, then try again."
              .formatted(path, WholeFile.reason(e)),
          e);
    }
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
  }

  private DeskException malformed(String what, Exception cause) {
    return new DeskException(
        "%s is not a list of alerts (%s). Nothing was changed. Mend it or move it away, then try again."
            .formatted(path, what.replaceAll("\\s+", " ")),
        cause);
  }

  private static List<SavedSearch> searches(JsonNode root) {
    if (!root.path(ALERTS).isArray()) {
      throw new IllegalArgumentException("it has no list named " + ALERTS);
    }
    List<SavedSearch> searches = new ArrayList<>();
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
      searches.add(search);
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
   * Puts the file aside.
   *
   * @throws DeskException when it cannot be moved
   */
  void retire() {
    try {
      Files.move(path, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      // another process was quicker
    } catch (IOException e) {
      throw new DeskException(
          "The searches in %s are stored elsewhere now, and it cannot be moved to %s (%s): delete it."
              .formatted(path, aside, WholeFile.reason(e)),
          e);
    }
  }
}
