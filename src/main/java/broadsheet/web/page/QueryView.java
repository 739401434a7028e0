package broadsheet.web.page;

import broadsheet.query.ParsedQuery;
import java.util.List;
import java.util.stream.Stream;

/** The query, its interpretation, and notes on changes made for the reader. */
public record QueryView(String text, String reading, List<String> notes) {
  public static QueryView of(ParsedQuery query) {
    return new QueryView(query.text(), query.reading(), query.notes());
  }

  public QueryView and(List<String> moreNotes) {
    List<String> all = Stream.concat(notes.stream(), moreNotes.stream()).toList();
    return new QueryView(text, reading, all);
  }
}
