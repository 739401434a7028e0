package broadsheet.lucene.words;

import broadsheet.lucene.mark.MatchMarker;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The places where a query matches in the texts of an article, as marks show them: each match from
 * its first word to its last, once. The lead and quotes are parts of the body. Stateless.
 */
public final class MatchPlaces {

  /** The texts in which they stand, in the order of a page. */
  static final List<QueryField> TEXTS =
      Arrays.stream(QueryField.values())
          .filter(field -> field.kind() == QueryField.Kind.TEXT && field.holder() == field)
          .toList();

  private MatchPlaces() {}

  /** The number of places. */
  public static int count(MatchMarker.Matched matched) throws IOException {
    int places = 0;
    for (QueryField text : TEXTS) {
      places += matched.places(text).size();
    }
    return places;
  }
}
