package broadsheet.desk;

import java.nio.file.Path;
import java.util.Optional;

/** Finds the desks that belong to the locations it supports. Registered as a service. Stateless. */
public interface DeskProvider {

  /**
   * The desk of an archive.
   *
   * @param location of the archive's engine
   * @return empty when the provider does not support that kind of location
   */
  Optional<Desk> at(String location);

  /**
   * What is kept in files of this machine for an index folder, whichever engine has its archive.
   *
   * @return empty when there is nothing, or this provider keeps nothing in files
   */
  default Optional<LocalDesk> beside(Path folder) {
    return Optional.empty();
  }
}
