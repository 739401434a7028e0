package broadsheet.verify;

import broadsheet.article.Article;
import broadsheet.names.NamedPart;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The texts of an article as one, in which a claim is looked for: headline, standfirst, body and
 * captions, a line for each paragraph. What its source repeats is among them. Immutable.
 *
 * @param starts the first character of each text
 */
record ArticleText(Article article, ComparedWords words, Map<NamedPart, Integer> starts) {

  private static final List<NamedPart> PARTS =
      List.of(NamedPart.TITLE, NamedPart.STANDFIRST, NamedPart.BODY, NamedPart.CAPTION);

  /** Words after which a full stop ends no sentence. */
  private static final Set<String> TITLES =
      Set.of("mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "st", "prof", "jr", "col", "lt");

  static ArticleText of(Article article) {
    StringBuilder text = new StringBuilder();
    Map<NamedPart, Integer> starts = new EnumMap<>(NamedPart.class);
    for (NamedPart part : PARTS) {
      starts.put(part, text.length());
      text.append(part.of(article)).append('\n');
    }
    return new ArticleText(article, ComparedWords.of(text.toString()), starts);
  }

  private int start(NamedPart part) {
    return starts.getOrDefault(part, 0);
  }

  /** The text that a character is in. */
  NamedPart part(int offset) {
    NamedPart found = NamedPart.TITLE;
    for (NamedPart part : PARTS) {
      if (start(part) <= offset) {
        found = part;
      }
    }
    return found;
  }

  /** The number of the paragraph of the body that a character is in, from 0; -1 outside of it. */
  int paragraph(int offset) {
    return part(offset) == NamedPart.BODY
        ? (int)
            words
                .text()
                .substring(start(NamedPart.BODY), offset)
                .chars()
                .filter(c -> c == '\n')
                .count()
        : -1;
  }

  /** Whether a character is in what the source of the article repeats. */
  boolean isFurniture(int offset) {
    int inBody = offset - start(NamedPart.BODY);
    return part(offset) == NamedPart.BODY
        && !article.furniture().within(inBody, inBody + 1).isEmpty();
  }

  /** Whether its text was recognized from a scan, and may have other letters than the print. */
  boolean isRecognized() {
    return article.positions().isPrinted()
        && article.positions().pages().stream().anyMatch(page -> page.width() > 0);
  }

  /** Whether a sentence or paragraph begins with a word. */
  boolean startsSentence(int word) {
    if (word == 0) {
      return true;
    }
    String gap = words.gap(word);
    if (gap.indexOf('\n') >= 0) {
      return true;
    }
    boolean hasStop = gap.chars().anyMatch(c -> ".!?。！？؟।…".indexOf(c) >= 0);
    ComparedWord before = words.all().get(word - 1);
    boolean isTitle = before.end() - before.start() <= 1 || TITLES.contains(before.word());
    return hasStop && (!isTitle || gap.indexOf('.') < 0);
  }
}
