package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.article.Recording;
import broadsheet.article.WordPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The start times of the paragraphs of a recorded article. Immutable.
 *
 * @param recording the first recording that the article has
 * @param starts the beginning of each paragraph in milliseconds, where it is known
 */
record SpokenTimes(Recording recording, List<OptionalInt> starts) {

  /** The times of an article; empty if it was not spoken. */
  static Optional<SpokenTimes> of(Article article) {
    return article.positions().parts().stream()
        .filter(Recording.class::isInstance)
        .map(Recording.class::cast)
        .findFirst()
        .map(recording -> new SpokenTimes(recording, starts(article)));
  }

  private static List<OptionalInt> starts(Article article) {
    List<WordPlace> places = article.positions().words().words();
    List<OptionalInt> starts = new ArrayList<>();
    int next = 0;
    int number = wordsOf(article.title());
    for (String paragraph : article.paragraphs()) {
      while (next < places.size() && places.get(next).word() <= number) {
        next++;
      }
      boolean isSaid = next > 0 && places.get(next - 1).place() instanceof Moment;
      starts.add(
          isSaid
              ? OptionalInt.of(((Moment) places.get(next - 1).place()).start())
              : OptionalInt.empty());
      number += wordsOf(paragraph);
    }
    return starts;
  }

  /** The number of words, which blanks separate. */
  static int wordsOf(String text) {
    return text.isEmpty() ? 0 : text.split(" ", -1).length;
  }

  /** The index of the paragraph that is said at a time; empty if that is before all of them. */
  OptionalInt paragraphAt(long millis) {
    OptionalInt found = OptionalInt.empty();
    for (int i = 0; i < starts.size(); i++) {
      if (starts.get(i).isPresent() && starts.get(i).getAsInt() <= millis) {
        found = OptionalInt.of(i);
      }
    }
    return found;
  }
}
