package broadsheet.lucene.words;

import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.lucene.mark.MatchMarker;
import broadsheet.lucene.schema.StoredArticle;
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

  /** The text in which a place is printed: where that is furniture, the body with its furniture. */
  static String text(StoredArticle article, QueryField part, Mark place) {
    String own = article.text(part);
    return place.start() < place.end() && own.substring(place.start(), place.end()).isBlank()
        ? article.wholeBody()
        : own;
  }
}
