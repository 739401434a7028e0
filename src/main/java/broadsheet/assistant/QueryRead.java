package broadsheet.assistant;

import broadsheet.engine.result.Note;
import broadsheet.query.ParsedQuery;
import java.util.List;
import java.util.stream.Stream;

/**
 * A query and its interpretation.
 *
 * @param reading the interpretation in plain words
 * @param notes the parts that were repaired, relaxed, cut short or ignored
 */
record QueryRead(String query, String reading, List<String> notes) {
  static QueryRead of(ParsedQuery query, List<Note> notes) {
    return new QueryRead(
        query.text(),
        query.reading(),
        Stream.concat(query.notes().stream(), Note.texts(notes).stream()).toList());
  }
}
