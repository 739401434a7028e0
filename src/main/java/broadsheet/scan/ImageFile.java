package broadsheet.scan;

import java.nio.file.Path;

/**
 * An image on this machine. Immutable.
 *
 * @param page the number of the page, if it is a PDF
 * @param size in bytes
 * @param version changes with the file
 */
record ImageFile(Path path, int page, ImageKind kind, long size, String version) {}
