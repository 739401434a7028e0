package broadsheet.engine.result;

import broadsheet.names.Name;
import broadsheet.names.NamedPart;

/**
 * A mention in an article, resolved to the name that it stands for. A place that stands for several
 * names is listed once for each.
 *
 * @param part the text it stands in
 * @param start its first character in {@link NamedPart#of}
 * @param end the place after its last character
 */
public record NamedPlace(NamedPart part, int start, int end, Name name) {}
