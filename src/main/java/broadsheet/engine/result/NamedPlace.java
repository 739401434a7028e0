package broadsheet.engine.result;

import broadsheet.names.Name;
import broadsheet.names.NamedPart;

/**
 * A place in an article that names somebody or something. A place that stands for several names is
 * listed once for each.
 *
 * @param part the text it stands in
 * @param start its first character in {@link NamedPart#of}
 * @param end the place after its last character
 */
public record NamedPlace(NamedPart part, int start, int end, Name name) {}
