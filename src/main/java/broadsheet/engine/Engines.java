package broadsheet.engine;

import broadsheet.path.PathName;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the engine for a location. Stateless. */
public final class Engines {
  /** Found once: the files that name them may be replaced while the program runs. */
  private static final List<ServiceLoader.Provider<EngineProvider>> PROVIDERS =
      ServiceLoader.load(EngineProvider.class).stream().toList();

  private Engines() {}

  /**
   * The engine of the index in a local folder, which need not exist.
   *
   * @param folder the folder of the index
   */
  public static Engine open(Path folder) {
    return open(PathName.of(folder));
  }

  /**
   * The folder on this machine that represents an archive kept elsewhere.
   *
   * @param folder the folder of indexes on this machine
   * @param address the address of the archive: {@code opensearch=http://HOST:PORT/NAME}
   * @throws EngineException when no engine of this program supports the address, or it is wrong
   */
  public static Path place(Path folder, String address) {
    return PROVIDERS.stream()
        .map(provider -> provider.get().place(folder, address))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () ->
                new EngineException(
                    "“%s” is no engine. Give one like this: opensearch=http://127.0.0.1:9200/news"
                        .formatted(address)));
  }

  /**
   * The engine for a location: the folder of an index, which need not exist.
   *
   * @throws EngineException when no engine of this program supports the location
   */
  public static Engine open(String location) {
    return PROVIDERS.stream()
        .map(provider -> provider.get().at(location))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> new EngineException("No engine of this program opens “%s”.".formatted(location)));
  }
}
