package broadsheet.engine;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the engine for a location. Stateless. */
public final class Engines {
  private Engines() {}

  /**
   * The engine of the index in a local folder, which need not exist.
   *
   * @param folder of the index
   */
  public static Engine open(Path folder) {
    return open(folder.toString());
  }

  /**
   * The engine for a location: the folder of an index, which need not exist.
   *
   * @throws EngineException when no engine of this program supports the location
   */
  public static Engine open(String location) {
    return ServiceLoader.load(EngineProvider.class).stream()
        .map(provider -> provider.get().at(location))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow(
            () -> new EngineException("No engine of this program opens “%s”.".formatted(location)));
  }
}
