package broadsheet.engine.result;

import broadsheet.article.Part;
import broadsheet.article.Place;
import broadsheet.article.Positions;
import broadsheet.engine.result.MarkPlaces.MarkPlace;
import java.util.List;
import java.util.Optional;

/**
 * The part of an article with the most matches; of several, the first. Immutable.
 *
 * @param number its number among the parts of the article, from 1
 * @param of the number of parts
 * @param first the place of its first match
 */
public record BestPart(int number, int of, Part part, Place first) {

  static Optional<BestPart> of(Positions positions, List<MarkPlace> places) {
    if (places.isEmpty()) {
      return Optional.empty();
    }
    int[] matches = new int[positions.parts().size()];
    places.stream()
        .filter(place -> place.part() < matches.length)
        .forEach(place -> matches[place.part()]++);
    int best = 0;
    for (int i = 1; i < matches.length; i++) {
      best = matches[i] > matches[best] ? i : best;
    }
    int chosen = best;
    return places.stream()
        .filter(place -> place.part() == chosen)
        .findFirst()
        .map(
            place ->
                new BestPart(
                    chosen + 1, matches.length, positions.parts().get(chosen), place.place()));
  }
}
