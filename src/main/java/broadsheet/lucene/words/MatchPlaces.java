package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The places where a query matches in the texts of an article, as marks show them: each match from
 * its first word to its last, once. The lead and quotes are parts of the body. Stateless.
 */
public final class MatchPlaces {

  private static final List<QueryField> TEXTS =
      Arrays.stream(QueryField.values())
          .filter(field -> field.kind() == QueryField.Kind.TEXT && field.holder() == field)
          .toList();

  private MatchPlaces() {}

  /** The number of places. */
  public static int count(MatchMarker.Matched matched) throws IOException {
    int places = 0;
    for (QueryField text : TEXTS) {
      places += count(text, matched);
    }
    return places;
  }

  private static int count(QueryField text, MatchMarker.Matched matched) throws IOException {
    Set<Mark> places = new HashSet<>(matched.places(text));
    List<QueryField> parts =
        Stream.of(QueryField.LEAD, QueryField.SAID).filter(p -> p.holder() == text).toList();
    for (QueryField part : parts) {
      places.addAll(matched.places(part));
    }
    return places.size();
  }
}
