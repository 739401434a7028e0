package broadsheet.engine.result;

/**
 * The other versions of an article that the archive has, as its provider counts them. Immutable.
 *
 * @param earlier the number of earlier ones; 0 if there is a later one
 * @param hasLater whether there is a later one
 */
public record OtherVersions(int earlier, boolean hasLater) {}
