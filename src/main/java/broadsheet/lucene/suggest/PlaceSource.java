package broadsheet.lucene.suggest;

import java.io.IOException;
import java.util.List;

/** Reads how words are printed in the articles of a whole archive. */
public interface PlaceSource {

  /**
   * Announces the places that are requested next, so that a source on other machines can send all
   * of them in one request.
   */
  default void announcePlaces(List<PlacesWanted> wanted) {}

  /** A sample of the places where a text is printed. */
  List<PrintedPlace> places(PlacesWanted wanted) throws IOException;
}
