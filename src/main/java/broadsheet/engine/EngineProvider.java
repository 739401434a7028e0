package broadsheet.engine;

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
}
