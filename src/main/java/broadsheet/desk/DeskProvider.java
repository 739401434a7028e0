package broadsheet.desk;

import java.util.Optional;

/** Finds the desks that belong to the locations it supports. Registered as a service. Stateless. */
public interface DeskProvider {

  /**
   * The desk of an archive.
   *
   * @param location the location of the archive's engine
   * @return empty when the provider does not support that kind of location
   */
  Optional<Desk> at(String location);
}
