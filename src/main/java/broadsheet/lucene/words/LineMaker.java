package broadsheet.lucene.words;

import broadsheet.article.Headline;
import broadsheet.article.Moment;
import broadsheet.article.Positions;
import broadsheet.article.Recording;
import broadsheet.engine.result.MarkPlaces;
import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import broadsheet.engine.words.Concordance;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.StoredFields;
import org.jspecify.annotations.Nullable;

/** Makes the concordance lines that are shown. Keeps the last article; not thread-safe. */
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

  Concordance.Line line(int document, ConcordanceSortKey key) throws IOException {
    Shown shown = shown(document);
    StoredArticle article = shown.article;
    String own = article.text(key.part());
    int start = Math.min(key.start(), own.length());
    int end = Math.min(key.end(), own.length());
    String text = MatchPlaces.text(article, key.part(), new Mark(start, end));
    return new Concordance.Line(
        article.id(),
        shown.headline,
        article.publishedAt(),
        article.text(QueryField.SOURCE),
        key.part(),
        start,
        flat(text.substring(from(text, start), start)),
        flat(text.substring(start, end)),
        flat(text.substring(end, to(text, end))),
        start < end ? moment(article, key.part(), new Mark(start, end)) : Optional.empty());
  }

  /** When a recorded article says what is marked in its headline or body. */
  private static Optional<Moment> moment(StoredArticle article, QueryField part, Mark mark) {
    Positions positions = article.positions();
    if (positions.parts().stream().noneMatch(Recording.class::isInstance)) {
      return Optional.empty();
    }
    return MarkPlaces.of(
            positions,
            marked(article, QueryField.TITLE, part, mark),
            List.of(marked(article, QueryField.BODY, part, mark)))
        .stream()
        .map(MarkPlaces.MarkPlace::place)
        .filter(Moment.class::isInstance)
        .map(Moment.class::cast)
        .findFirst();
  }

  private static MarkedText marked(
      StoredArticle article, QueryField field, QueryField part, Mark mark) {
    return new MarkedText(article.text(field), field == part ? List.of(mark) : List.of());
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ");
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
