package broadsheet.engine;

import java.util.Optional;

/**
 * A change of the boilerplate setting: from now on, what a source repeats is set aside, or no
 * longer is.
 *
 * @param isSetAside whether it is set aside
 * @param source the source, in any case; empty for all of them
 */
public record FurnitureChange(boolean isSetAside, Optional<String> source) {}
