package broadsheet.rights;

import broadsheet.engine.ArchiveCollection;
import broadsheet.path.PathName;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file that states the rights to an archive's collections, beside its index: {@code
 * INDEX.collections.yaml} or, with the same content, {@code INDEX.collections.json}. It is looked
 * at again for each request. Once it was read, a file that is gone or wrong changes nothing.
 * Thread-safe.
 */
public final class RightsFile {

  private static final Logger LOG = LoggerFactory.getLogger(RightsFile.class);
  private static final List<String> ENDINGS = List.of(".collections.yaml", ".collections.json");
  private static final long LONGEST = 1_000_000;

  /** YAML is read, and JSON, which is YAML. */
  private static final ObjectMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Path archive;
  private @Nullable Known known;
  private String trouble = "";

  /** The rights that a file stated in one state. */
  private record Known(State state, Rights rights) {}

  /** The state of a file: another one once it was changed or replaced. */
  private record State(Path file, FileTime modified, long size, @Nullable Object stamp) {
    static State of(Path file) throws IOException {
      BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
      return new State(file, now.lastModifiedTime(), now.size(), stampOf(file));
    }
  }

  /** The whole file. */
  private record Content(
      @JsonProperty("collections")
          @Nullable Map<String, CollectionRights.@Nullable Entry> collections) {}

  /**
   * Reads nothing yet.
   *
   * @param archive the folder of the archive's first collection
   */
  public RightsFile(Path archive) {
    this.archive = archive;
  }

  /** The file with the name by which it is looked for first. */
  public Path usual() {
    return named(ENDINGS.getFirst());
  }

  private Path named(String ending) {
    return PathName.sibling(archive.toAbsolutePath().normalize(), "", ending);
  }

  private Optional<Path> there() {
    List<Path> files = ENDINGS.stream().map(this::named).filter(RightsFile::isNamed).toList();
    if (files.size() > 1) {
      throw new RightsException(
          "There are two files of rights, %s and %s. Delete one."
              .formatted(PathName.of(files.getFirst()), PathName.of(files.getLast())));
    }
    return files.stream().findFirst();
  }

  /** Whether there is a file of this name, or a link to one that cannot be reached now. */
  private static boolean isNamed(Path file) {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** When a file was changed in any way, which no program sets; null where it is not told. */
  private static @Nullable Object stampOf(Path file) throws IOException {
    try {
      return Files.getAttribute(file, "unix:ctime");
    } catch (UnsupportedOperationException | IllegalArgumentException e) {
      return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }
  }

  /**
   * Reads the file as it is now.
   *
   * @return empty where there is none
   * @throws RightsException when it is wrong
   */
  public synchronized Optional<Rights> read() {
    Optional<Path> file = there();
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Known last = known;
    try {
      State now = State.of(file.get());
      if (last == null || !last.state().equals(now)) {
        last = new Known(now, rights(file.get(), now.size()));
        known = last;
      }
    } catch (IOException e) {
      throw new RightsException(
          "%s cannot be read (%s).".formatted(PathName.of(file.get()), e.getMessage()));
    }
    return Optional.of(last.rights());
  }

  /**
   * The rights that count now: those of the file, or the last that were read if it is gone or
   * wrong, which is logged once.
   *
   * @throws RightsException when none were read before
   */
  public synchronized Rights current() {
    Known last = known;
    try {
      Optional<Rights> read = read();
      if (read.isPresent()) {
        told("");
        return read.get();
      }
      told(PathName.of(usual()) + " is gone.");
    } catch (RightsException e) {
      if (last == null) {
        throw e;
      }
      told(String.valueOf(e.getMessage()));
    }
    if (last == null) {
      throw new RightsException(
          "%s is missing, which states who may read.".formatted(PathName.of(usual())));
    }
    return last.rights();
  }

  private void told(String now) {
    if (!now.equals(trouble)) {
      trouble = now;
      if (now.isEmpty()) {
        LOG.info("The rights to collections are those of the file again.");
      } else {
        LOG.warn("The rights to collections stay as they were: {}", now);
      }
    }
  }

  private static Rights rights(Path file, long size) throws IOException {
    if (size > LONGEST) {
      throw new RightsException(
          PathName.of(file) + " is longer than a megabyte, which no file of rights is.");
    }
    List<String> lines = Files.readString(file).lines().toList();
    try {
      boolean isBlank = lines.stream().allMatch(String::isBlank);
      return rights(
          file, isBlank ? null : MAPPER.readValue(String.join("\n", lines), Content.class));
    } catch (JsonProcessingException e) {
      throw new RightsException("%s%s: %s".formatted(PathName.of(file), line(e, lines), reason(e)));
    }
  }

  private static Rights rights(Path file, @Nullable Content content) {
    if (content == null || content.collections() == null) {
      throw new RightsException(
          "%s has no “collections:” with an entry for each.".formatted(PathName.of(file)));
    }
    Map<ArchiveCollection, CollectionRights> said = new HashMap<>();
    content
        .collections()
        .forEach(
            (name, entry) -> {
              ArchiveCollection collection =
                  ArchiveCollection.named(name)
                      .orElseThrow(
                          () ->
                              new RightsException(
                                  "%s: “%s” is no name of a collection: small letters, digits and hyphens, at most 64"
                                      .formatted(PathName.of(file), name)));
              if (entry == null) {
                throw new RightsException(
                    "%s: “%s” has nothing after its colon. Write {} for an entry that says nothing."
                        .formatted(PathName.of(file), name));
              }
              said.put(collection, entry.rights(collection.isFirst()));
            });
    return new Rights(said);
  }

  /** The line of a mistake: the last one with its key, since values are read a little ahead. */
  private static String line(JsonProcessingException e, List<String> lines) {
    JsonLocation location = e.getLocation();
    if (location == null || location.getLineNr() < 1) {
      return "";
    }
    int reached = Math.min(location.getLineNr(), lines.size());
    String key = key(e);
    int line = reached;
    while (line > 1 && !lines.get(line - 1).contains(key)) {
      line--;
    }
    return " line " + (lines.get(line - 1).contains(key) ? line : reached);
  }

  /** The key at which reading stopped; empty if it is none. */
  private static String key(JsonProcessingException e) {
    return e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
        ? Objects.requireNonNullElse(mapping.getPath().getLast().getFieldName(), "")
        : "";
  }

  private static String reason(JsonProcessingException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof IllegalArgumentException) {
        return String.valueOf(cause.getMessage());
      }
      if (cause instanceof JsonParseException broken) {
        return "a bracket, a quote or a colon is missing or too much (%s)"
            .formatted(broken.getOriginalMessage().lines().findFirst().orElse("it is no YAML"));
      }
    }
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "there is no “%s”. The file has “collections”, and an entry of it title, description, terms, read, export and ask"
              .formatted(unknown.getPropertyName());
      case JsonMappingException mapping ->
          "“%s” has a value of another kind than it takes; an entry that says nothing is {}"
              .formatted(key(mapping));
      default -> "it is no YAML";
    };
  }
}
