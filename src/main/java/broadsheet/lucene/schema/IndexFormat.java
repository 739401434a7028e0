package broadsheet.lucene.schema;

import broadsheet.engine.EngineException;
import broadsheet.ledger.Source;
import broadsheet.path.PathName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The description of a commit: its format, time and sources. It is kept in Lucene's commit data and
 * so changes atomically with the articles.
 *
 * @param version the version of the format, see {@link #VERSION}
 * @param builtAt when the last rebuild or update was committed
 * @param sources the files and folders it is made from
 * @param state the number of the published state, see {@link Added}
 * @param names the state of the names
 * @param furniture where furniture is set aside
 */
public record IndexFormat(
    int version,
    Instant builtAt,
    List<Source> sources,
    long state,
    NamesState names,
    FurnitureState furniture) {

  /** The format this program writes and reads. */
  public static final int VERSION = 19;

  /** The earliest format that an upgrade reads: that of release 2.0.0. */
  public static final int OLDEST = 18;

  private static final String VERSION_KEY = "broadsheet.format";
  private static final String BUILT_AT_KEY = "broadsheet.built-at";
  private static final String SOURCES_KEY = "broadsheet.sources";
  private static final String EXCLUDED_KEY = "broadsheet.excluded";
  private static final String LINKED_KEY = "broadsheet.links-followed";
  private static final String LANGUAGES_KEY = "broadsheet.recognized-languages";
  private static final String STATE_KEY = "broadsheet.state";
  private static final String NAMES_KEY = "broadsheet.names";
  private static final String FURNITURE_KEY = "broadsheet.furniture";
  private static final String SEPARATOR = "\0";

  public IndexFormat {
    sources = List.copyOf(sources);
  }

  /** The description of an index without names. */
  public IndexFormat(int version, Instant builtAt, List<Source> sources, long state) {
    this(version, builtAt, sources, state, NamesState.NONE, FurnitureState.USUAL);
  }

  /** The description of an index that is committed now. */
  public static IndexFormat now(
      List<Source> sources, long state, NamesState names, FurnitureState furniture) {
    return new IndexFormat(VERSION, Instant.now(), sources, state, names, furniture);
  }

  /** The description of several indexes as one: the newest time and state of them. */
  public static IndexFormat ofAll(List<IndexFormat> parts) {
    return new IndexFormat(
        VERSION,
        parts.stream().map(IndexFormat::builtAt).max(Comparator.naturalOrder()).orElseThrow(),
        parts.stream().flatMap(part -> part.sources().stream()).distinct().toList(),
        parts.stream().mapToLong(IndexFormat::state).max().orElseThrow(),
        parts.stream()
            .map(IndexFormat::names)
            .filter(NamesState::isFound)
            .findFirst()
            .orElse(NamesState.NONE),
        FurnitureState.USUAL);
  }

  /** Returns the description as commit data. */
  public Map<String, String> toCommitData() {
    return Map.of(
        VERSION_KEY, Integer.toString(version),
        BUILT_AT_KEY, builtAt.toString(),
        SOURCES_KEY, joined(sources),
        EXCLUDED_KEY, joinedExclusions(sources),
        LINKED_KEY, joinedLinked(sources),
        LANGUAGES_KEY, joinedLanguages(sources),
        STATE_KEY, Long.toString(state),
        NAMES_KEY, names.text(),
        FURNITURE_KEY, furniture.text());
  }

  /**
   * Reads the description from commit data.
   *
   * @param index the index's folder, for the message
   * @throws EngineException when the index has another format
   */
  public static IndexFormat of(Map<String, String> commitData, Path index) {
    int version = version(commitData);
    if (version != VERSION) {
      throw ofVersion(version, index);
    }
    return new IndexFormat(
        VERSION,
        Instant.parse(commitData.getOrDefault(BUILT_AT_KEY, Instant.EPOCH.toString())),
        sources(commitData),
        state(commitData),
        names(commitData),
        furniture(commitData));
  }

  /** The version of the format in commit data; 0 if they state none. */
  public static int version(Map<String, String> commitData) {
    String version = commitData.getOrDefault(VERSION_KEY, "");
    return version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0;
  }

  /**
   * Requires an index that an upgrade can read.
   *
   * @param index the index's folder, for the message
   * @throws EngineException when its format is earlier than {@link #OLDEST} or later than this
   */
  public static void requireUpgradable(Map<String, String> commitData, Path index) {
    int version = version(commitData);
    if (version < OLDEST || version > VERSION) {
      throw ofVersion(version, index);
    }
  }

  /** The number of the published state in commit data of any version; none if it has none. */
  public static long state(Map<String, String> commitData) {
    return Long.parseLong(commitData.getOrDefault(STATE_KEY, Long.toString(Added.NONE)));
  }

  /** The state of the names in commit data of any version. */
  public static NamesState names(Map<String, String> commitData) {
    return NamesState.of(commitData.getOrDefault(NAMES_KEY, ""));
  }

  /** The sources in which furniture is set aside, in commit data of any version. */
  public static FurnitureState furniture(Map<String, String> commitData) {
    return FurnitureState.of(commitData.getOrDefault(FURNITURE_KEY, ""));
  }

  /** The sources in commit data of any version; none if it has none. */
  public static List<Source> sources(Map<String, String> commitData) {
    Map<String, List<String>> excluded = byPath(commitData.getOrDefault(EXCLUDED_KEY, ""));
    Set<String> linked = Set.of(commitData.getOrDefault(LINKED_KEY, "").split(SEPARATOR, -1));
    Map<String, List<String>> languages = byPath(commitData.getOrDefault(LANGUAGES_KEY, ""));
    List<Source> sources = new ArrayList<>();
    String[] parts = commitData.getOrDefault(SOURCES_KEY, "").split(SEPARATOR, -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      String path = parts[i];
      List<String> globs = excluded.getOrDefault(path, List.of());
      String recognized = String.join("", languages.getOrDefault(path, List.of()));
      sources.add(new Source(path, parts[i + 1], globs, linked.contains(path), recognized));
    }
    return sources;
  }

  private static String joined(List<Source> sources) {
    return sources.stream()
        .flatMap(source -> Stream.of(source.path(), source.readAs()))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String joinedExclusions(List<Source> sources) {
    return sources.stream()
        .flatMap(source -> source.excluded().stream().flatMap(g -> Stream.of(source.path(), g)))
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String joinedLinked(List<Source> sources) {
    return sources.stream()
        .filter(Source::followsLinks)
        .map(Source::path)
        .collect(Collectors.joining(SEPARATOR));
  }

  private static String joinedLanguages(List<Source> sources) {
    return sources.stream()
        .filter(source -> !source.languages().isEmpty())
        .flatMap(source -> Stream.of(source.path(), source.languages()))
        .collect(Collectors.joining(SEPARATOR));
  }

  /** The values by path. */
  private static Map<String, List<String>> byPath(String joined) {
    Map<String, List<String>> values = new HashMap<>();
    String[] parts = joined.split(SEPARATOR, -1);
    for (int i = 0; i + 1 < parts.length; i += 2) {
      values.computeIfAbsent(parts[i], path -> new ArrayList<>()).add(parts[i + 1]);
    }
    return values;
  }

  private static EngineException ofVersion(int version, Path index) {
    String found = "version " + version;
    if (version > VERSION) {
      return new EngineException(
          "The index in %s is of a later release (format %s; this program reads %s). Use that release or a newer one, or rebuild it: %s"
              .formatted(PathName.of(index), found, VERSION, rebuilding(index)));
    }
    return version < OLDEST
        ? anotherFormat(index, found, null)
        : new EngineException(
            "The index in %s is of an earlier release (format %s; this program reads %s). Upgrade it, which needs none of the files it was made from, while that release goes on serving: ./broadsheet upgrade --index %s"
                .formatted(PathName.of(index), found, VERSION, PathName.quoted(index)));
  }

  /**
   * The error for an index in another format, which need not be damaged. The message asks for the
   * sources only if the index does not name them.
   */
  public static EngineException anotherFormat(
      Path index, String found, @org.jspecify.annotations.Nullable Throwable cause) {
    String message =
        "The index in %s has another format (%s; this program reads version %s). Rebuild it, while the release that made it goes on serving: %s"
            .formatted(PathName.of(index), found, VERSION, rebuilding(index));
    return cause == null ? new EngineException(message) : new EngineException(message, cause);
  }

  private static String rebuilding(Path index) {
    String paths = CommitFiles.sources(index).isEmpty() ? "PATH " : "";
    return "./broadsheet index %s--index %s".formatted(paths, PathName.quoted(index));
  }
}
