package broadsheet.export;

import broadsheet.engine.EngineException;
import broadsheet.extension.host.Extensions;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The formats of files with articles: the program's own, and those of extensions. Immutable. */
public final class ArticleFormats {
  /** Names of files that are something else: the data of a page, its feed. */
  private static final List<String> OTHERS = List.of("json", "atom");

  /** Looks for extensions when it is first needed. */
  private static final class Installed {
    private static final List<ArticleFormat> ALL = of(Extensions.installed());
  }

  private ArticleFormats() {}

  /** The formats in which extensions write. */
  static List<ArticleFormat> of(Extensions extensions) {
    List<String> taken =
        Stream.concat(
                Stream.of(ExportFormat.values()).map(own -> own.suffix().substring(1)),
                OTHERS.stream())
            .toList();
    return extensions.exportersBeside(taken).stream()
        .<ArticleFormat>map(each -> new ExtensionExport(each, each.jar().workers()))
        .toList();
  }

  /** The formats of searches. */
  public static List<ArticleFormat> ofSearches() {
    return Stream.concat(ExportFormat.OF_SEARCHES.stream(), Installed.ALL.stream()).toList();
  }

  /** The formats of lists, which are all. */
  public static List<ArticleFormat> ofLists() {
    return Stream.concat(Stream.of(ExportFormat.values()), Installed.ALL.stream()).toList();
  }

  /** The format of a list's file by its name; empty if it ends in none of them. */
  public static Optional<ArticleFormat> ofList(String name) {
    return ofLists().stream().filter(format -> name.endsWith(format.suffix())).findFirst();
  }

  /**
   * The format of lists that has this name, such as {@code csv}.
   *
   * @throws EngineException if there is none
   */
  public static ArticleFormat named(String name) {
    String suffix = "." + name.toLowerCase(Locale.ROOT);
    return ofLists().stream()
        .filter(format -> format.suffix().equals(suffix))
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "Unknown format '%s': use one of %s"
                        .formatted(
                            name,
                            ofLists().stream()
                                .map(format -> format.suffix().substring(1))
                                .collect(Collectors.joining(", ")))));
  }
}
