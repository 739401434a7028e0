package broadsheet.scan;

import java.nio.file.Path;

/**
 * The image of a page on this machine. Immutable.
 *
 * @param size in bytes
 * @param version changes with the image
 */
public record Scan(Path path, ImageKind kind, long size, String version) {}
