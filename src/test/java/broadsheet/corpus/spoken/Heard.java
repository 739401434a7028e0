package broadsheet.corpus.spoken;

import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.article.WordPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads the times of words back from an article. */
final class Heard {
  private Heard() {}

  /**
   * The words that have a place of their own, with its beginning in milliseconds: {@code "1000
   * Good"}; {@code ?} where the time is not known.
   */
  static List<String> timed(Article article) {
    List<String> words = words(article);
    List<String> timed = new ArrayList<>();
    for (WordPlace place : article.positions().words().words()) {
      String at = place.place() instanceof Moment moment ? String.valueOf(moment.start()) : "?";
      timed.add(at + " " + words.get(place.word()));
    }
    return timed;
  }

  /** All words, those of the headline first. */
  static List<String> words(Article article) {
    return Stream.concat(Stream.of(article.title()), article.paragraphs().stream())
        .filter(text -> !text.isEmpty())
        .flatMap(text -> Stream.of(text.split(" ", -1)))
        .toList();
  }
}
