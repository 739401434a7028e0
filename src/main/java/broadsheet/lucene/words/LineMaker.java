package broadsheet.lucene.words;

import broadsheet.article.Headline;
import broadsheet.engine.words.Concordance;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import org.apache.lucene.index.StoredFields;

/** Makes the lines that are shown. Keeps the last article; not thread-safe. */
final class LineMaker {

  private final StoredFields stored;
  private final int context;
  private int document = -1;
  private StoredArticle article;
  private String headline = "";

  /**
   * @param context the most characters on each side of a match
   */
  LineMaker(StoredFields stored, int context) {
    this.stored = stored;
    this.context = context;
  }

  Concordance.Line line(int of, LineKey key) throws IOException {
    if (of != document) {
      article = new StoredArticle(stored.document(of));
      headline = Headline.of(article.article());
      document = of;
    }
    String text = article.text(key.part());
    int start = Math.min(key.start(), text.length());
    int end = Math.min(key.end(), text.length());
    return new Concordance.Line(
        article.id(),
        headline,
        article.publishedAt(),
        article.text(QueryField.SOURCE),
        key.part(),
        start,
        flat(text.substring(from(text, start), start)),
        flat(text.substring(start, end)),
        flat(text.substring(end, to(text, end))));
  }

  private static String flat(String text) {
    return text.replace('\n', ' ');
  }

  /** The beginning of the first whole word; of any character where there are no blanks. */
  private int from(String text, int start) {
    int first = Math.max(0, start - context);
    int from = first;
    while (from > 0 && from < start && !Character.isWhitespace(text.charAt(from - 1))) {
      from++;
    }
    if (from < start || first == start) {
      return from;
    }
    return Character.isLowSurrogate(text.charAt(first)) ? first + 1 : first;
  }

  /** The end of the last whole word; of any character where there are no blanks. */
  private int to(String text, int end) {
    int last = Math.min(text.length(), end + context);
    int to = last;
    while (to < text.length() && to > end && !Character.isWhitespace(text.charAt(to))) {
      to--;
    }
    if (to > end || last == end) {
      return to;
    }
    return Character.isHighSurrogate(text.charAt(last - 1)) ? last - 1 : last;
  }
}
