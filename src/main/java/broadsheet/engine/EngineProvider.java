package broadsheet.engine;

import java.nio.file.Path;
import java.util.Optional;

/** Creates engines for the locations it supports. Registered as a service. Stateless. */
public interface EngineProvider {

  /**
   * The engine at a location.
   *
   * @param location a path, or a text that begins with the name of another kind of location
   * @return empty when the provider does not support that kind of location
   */
  Optional<Engine> at(String location);

  /**
   * The location of an archive that is kept elsewhere than in a local folder.
   *
   * @param folder the folder of indexes on this machine, below which the location is
   * @param address the address of the archive
   * @return empty when the provider does not support that kind of address
   * @throws EngineException when the address is wrong, or nothing can be written below the folder
   */
  default Optional<Path> place(Path folder, String address) {
    return Optional.empty();
  }
}
