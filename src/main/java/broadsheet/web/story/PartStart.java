package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.Part;
import broadsheet.article.Recording;
import broadsheet.article.WordPlace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The place in the body of an article where one of its pages or files begins. Immutable.
 *
 * @param index the index of the part
 * @param paragraph the index of the paragraph
 * @param offset an offset in the paragraph
 */
record PartStart(int index, Part part, int paragraph, int offset) {

  /** A part and the number of its first word. */
  private record FirstWord(int part, int word) {}

  /**
   * The beginnings in reading order; none if the article has fewer than two parts. A page without
   * words, such as one with a picture, is where the next one begins.
   */
  static List<PartStart> of(Article article) {
    List<Part> parts = article.positions().parts();
    if (parts.size() < 2 || parts.stream().anyMatch(Recording.class::isInstance)) {
      return List.of();
    }
    Map<Integer, Integer> words = new HashMap<>();
    for (WordPlace place : article.positions().words()) {
      words.putIfAbsent(place.part(), place.word());
    }
    List<FirstWord> first = new ArrayList<>();
    int next = -1;
    for (int part = parts.size() - 1; part >= 0; part--) {
      next = words.getOrDefault(part, next);
      if (next >= 0) {
        first.add(new FirstWord(part, next));
      }
    }
    first.sort(Comparator.comparingInt(FirstWord::word).thenComparingInt(FirstWord::part));
    return new Walk(article).all(first);
  }

  /** Counts the words of an article, which blanks separate. */
  private static final class Walk {
    private final Article article;
    private final List<PartStart> starts = new ArrayList<>();

    Walk(Article article) {
      this.article = article;
    }

    List<PartStart> all(List<FirstWord> first) {
      int word = words(article.title());
      int next = 0;
      for (int i = 0; i < article.paragraphs().size() && next < first.size(); i++) {
        String text = article.paragraphs().get(i);
        boolean isInWord = false;
        for (int at = 0; at < text.length() && next < first.size(); at++) {
          boolean isStart = text.charAt(at) != ' ' && !isInWord;
          while (isStart && next < first.size() && first.get(next).word() <= word) {
            add(first.get(next++), i, at);
          }
          word += isStart ? 1 : 0;
          isInWord = text.charAt(at) != ' ';
        }
      }
      return starts;
    }

    private void add(FirstWord first, int paragraph, int offset) {
      Part part = article.positions().parts().get(first.part());
      starts.add(new PartStart(first.part(), part, paragraph, offset));
    }

    private static int words(String text) {
      return text.isEmpty() ? 0 : text.split(" ", -1).length;
    }
  }
}
