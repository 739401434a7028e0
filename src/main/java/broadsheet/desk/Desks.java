package broadsheet.desk;

import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the desk of an archive by the location of its engine. Stateless. */
public final class Desks {
  /** Found once: the files that name them may be replaced while the program runs. */
  private static final List<ServiceLoader.Provider<DeskProvider>> PROVIDERS =
      ServiceLoader.load(DeskProvider.class).stream().toList();

  private Desks() {}

  /** The desk of the index in a local folder, which need not exist. */
  public static Desk open(Path folder) {
    return open(PathName.of(folder));
  }

  /**
   * The desk of the archive at a location, as given to {@link broadsheet.engine.Engines#open}.
   *
   * @throws DeskException when this program keeps nothing for such a location
   */
  public static Desk open(String location) {
    return PROVIDERS.stream()
        .map(provider -> provider.get().at(location))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> new DeskException("This program keeps nothing for “%s”.".formatted(location)));
  }
}
