package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.article.Moment;
import broadsheet.article.WordPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the words of a recorded article as captions for players: WebVTT. Words that are timed one
 * by one are one caption if they end together. Stateless. Source: https://www.w3.org/TR/webvtt1/.
 */
final class CaptionFile {
  private static final int MILLIS = 1_000;
  private static final int MINUTE = 60 * MILLIS;
  private static final int HOUR = 60 * MINUTE;

  private CaptionFile() {}

  /**
   * A caption.
   *
   * @param from the number of its first word in the article
   */
  private record Caption(int from, int start, int end) {}

  static String of(Article article) {
    List<String> words =
        Stream.concat(Stream.of(article.title()), article.paragraphs().stream())
            .filter(text -> !text.isEmpty())
            .flatMap(text -> Stream.of(text.split(" ", -1)))
            .toList();
    List<Caption> captions = captions(article);
    StringBuilder vtt = new StringBuilder("WEBVTT\n");
    for (int i = 0; i < captions.size(); i++) {
      Caption caption = captions.get(i);
      int end = i + 1 < captions.size() ? captions.get(i + 1).from() : words.size();
      if (caption.end() > caption.start() && caption.from() < Math.min(end, words.size())) {
        vtt.append('\n')
            .append(clock(caption.start()))
            .append(" --> ")
            .append(clock(caption.end()))
            .append('\n')
            .append(escaped(words.subList(caption.from(), Math.min(end, words.size()))))
            .append('\n');
      }
    }
    return vtt.toString();
  }

  /** The captions, with one that is empty where the time of words is not known. */
  private static List<Caption> captions(Article article) {
    List<Caption> captions = new ArrayList<>();
    for (WordPlace word : article.positions().words().words()) {
      if (!(word.place() instanceof Moment moment)) {
        captions.add(new Caption(word.word(), 0, 0));
      } else if (captions.isEmpty() || captions.getLast().end() != moment.end()) {
        captions.add(new Caption(word.word(), moment.start(), moment.end()));
      }
    }
    return captions;
  }

  private static String escaped(List<String> words) {
    return words.stream()
        .map(word -> word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))
        .collect(Collectors.joining(" "));
  }

  private static String clock(int millis) {
    return String.format(
        Locale.ROOT,
        "%02d:%02d:%02d.%03d",
        millis / HOUR,
        millis % HOUR / MINUTE,
        millis % MINUTE / MILLIS,
        millis % MILLIS);
  }
}
