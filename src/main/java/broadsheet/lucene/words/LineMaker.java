package broadsheet.lucene.words;

import broadsheet.article.Headline;
import broadsheet.engine.words.Concordance;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/** Makes the lines that are shown. Keeps the last article; not thread-safe. */
final class LineMaker {

  private final StoredFields stored;
  private final int context;
  private @Nullable Shown last;

  private record Shown(int document, StoredArticle article, String headline) {}

  /**
   * @param context the most characters on each side of a match
   */
  LineMaker(StoredFields stored, int context) {
    this.stored = stored;
    this.context = context;
  }

  private Shown shown(int document) throws IOException {
    Shown shown = last;
    if (shown == null || shown.document != document) {
      StoredArticle article = new StoredArticle(stored.document(document));
      shown = new Shown(document, article, Headline.of(article.article()));
      last = shown;
    }
    return shown;
  }

  Concordance.Line line(int document, LineKey key) throws IOException {
    Shown shown = shown(document);
    StoredArticle article = shown.article;
    String text = article.text(key.part());
    int start = Math.min(key.start(), text.length());
    int end = Math.min(key.end(), text.length());
    return new Concordance.Line(
        article.id(),
        shown.headline,
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
