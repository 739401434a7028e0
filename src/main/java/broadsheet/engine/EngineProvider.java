package broadsheet.engine;

import java.util.Optional;

/** Makes engines for the locations that it knows; found as a service. Stateless. */
public interface EngineProvider {

  /**
   * The engine at a location.
   *
   * @param location a path, or a text that begins with the name of another kind of place
   * @return empty when the location is not of this provider's kind
   */
  Optional<Engine> at(String location);
}
