package broadsheet.engine;

import java.util.Optional;

/**
 * From now on, an archive sets aside what a source repeats, or no longer does.
 *
 * @param isSetAside whether it is set aside
 * @param source the source, in any case; empty for all of them
 */
public record FurnitureChange(boolean isSetAside, Optional<String> source) {}
