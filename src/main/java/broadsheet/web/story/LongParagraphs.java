package broadsheet.web.story;

import broadsheet.article.Article;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import java.util.List;
import java.util.stream.Stream;

/**
 * Divides paragraphs that are too long for one page, at the ends of sentences or at least of words.
 * A break takes the place of a blank, so all offsets in the body, and the numbers of its words,
 * stay as they are. Stateless.
 */
final class LongParagraphs {
  private static final String SENTENCE_ENDS = ".!?…";
  private static final String CLOSING = "\"”“’')]»";

  private LongParagraphs() {}

  /** The article with its long paragraphs divided. */
  static MarkedArticle divided(MarkedArticle marked) {
    List<MarkedText> paragraphs = marked.paragraphs().stream().flatMap(LongParagraphs::of).toList();
    return paragraphs.size() == marked.paragraphs().size()
        ? marked
        : marked.with(with(paragraphs, marked.article()), paragraphs);
  }

  /** The article with its long paragraphs divided as where nothing is marked. */
  static Article divided(Article article) {
    return with(
        article.paragraphs().stream()
            .map(MarkedText::unmarked)
            .flatMap(LongParagraphs::of)
            .toList(),
        article);
  }

  private static Article with(List<MarkedText> paragraphs, Article article) {
    return article.toBuilder()
        .paragraphs(paragraphs.stream().map(MarkedText::text).toList())
        .build();
  }

  private static Stream<MarkedText> of(MarkedText paragraph) {
    Stream.Builder<MarkedText> pieces = Stream.builder();
    int from = 0;
    int limit = limit(paragraph.text(), from);
    while (limit < paragraph.text().length()) {
      int blank = blank(paragraph, from, limit);
      if (blank < 0) {
        break;
      }
      pieces.add(paragraph.part(from, blank));
      from = blank + 1;
      limit = limit(paragraph.text(), from);
    }
    return pieces
        .add(from == 0 ? paragraph : paragraph.part(from, paragraph.text().length()))
        .build();
  }

  /** The offset up to which a text from another on fits on a page. */
  private static int limit(String text, int from) {
    int bytes = 0;
    int at = from;
    while (at < text.length() && bytes <= BodyStretch.MOST_BYTES) {
      char unit = text.charAt(at++);
      bytes += unit < 0x80 ? 1 : unit < 0x800 || Character.isSurrogate(unit) ? 2 : 3;
    }
    return bytes <= BodyStretch.MOST_BYTES ? at : at - 1;
  }

  /**
   * The blank at which a paragraph is divided: the last at the end of a sentence in the second
   * half, otherwise the last, or the next after the limit; -1 if there is none.
   */
  private static int blank(MarkedText paragraph, int from, int limit) {
    int last = -1;
    for (int at = limit - 1; at > from && (last < 0 || at > (from + limit) / 2); at--) {
      if (isBlank(paragraph, at)) {
        if (isAfterSentence(paragraph.text(), at)) {
          return at;
        }
        last = Math.max(last, at);
      }
    }
    for (int at = limit; last < 0 && at < paragraph.text().length() - 1; at++) {
      last = isBlank(paragraph, at) ? at : last;
    }
    return last;
  }

  /** Whether there is a single blank, outside the marks. */
  private static boolean isBlank(MarkedText paragraph, int at) {
    String text = paragraph.text();
    return text.charAt(at) == ' '
        && text.charAt(at - 1) != ' '
        && text.charAt(at + 1) != ' '
        && paragraph.marks().stream().noneMatch(mark -> mark.start() <= at && at < mark.end());
  }

  private static boolean isAfterSentence(String text, int blank) {
    int at = blank - 1;
    while (at > 0 && CLOSING.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    return SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0;
  }
}
