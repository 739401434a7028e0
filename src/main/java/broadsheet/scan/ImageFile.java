package broadsheet.scan;

import java.nio.file.Path;

/**
 * An image on this machine. Immutable.
 *
 * @param page the number of the page, if the file has several; 0 for the first
 * @param size in bytes
 * @param version changes with the file
 */
record ImageFile(Path path, int page, ImageKind kind, long size, String version) {}
