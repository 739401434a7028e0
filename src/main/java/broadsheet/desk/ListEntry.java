package broadsheet.desk;

import broadsheet.article.Article;
import broadsheet.article.ArticleRef;
import broadsheet.article.Headline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * An article on a list. The entry keeps a copy of its headline and other values, which remain when
 * the article is no longer in the index, unless its agency withdrew it. Immutable.
 *
 * @param article the reference to the article
 * @param title its headline, or a substitute where it has none, never empty
 * @param source its outlet; empty when it states none
 * @param date its date of publication in ISO 8601, whole or only year or month; empty when unknown
 * @param url its web address; empty when unknown
 * @param note the readers' note on it; empty for none
 * @param addedAt the time it was put on the list
 * @param search the query among whose results it was kept; empty for none
 */
public record ListEntry(
    ArticleRef article,
    String title,
    String source,
    String date,
    String url,
    String note,
    Instant addedAt,
    String search) {

  /** The longest note, in UTF-16 units. */
  public static final int LONGEST_NOTE = 10_000;

  /** The longest query that is kept with an entry, in UTF-16 units. */
  private static final int LONGEST_SEARCH = 1_000;

  /**
   * @throws ListRuleException when the note is too long
   */
  public ListEntry {
    title = title.isBlank() ? Headline.NONE : title;
    if (note.length() > LONGEST_NOTE) {
      throw new ListRuleException(
          String.format(Locale.ROOT, "A note has at most %,d characters.", LONGEST_NOTE));
    }
  }

  /** An entry that was kept without a search. */
  public ListEntry(
      ArticleRef article,
      String title,
      String source,
      String date,
      String url,
      String note,
      Instant addedAt) {
    this(article, title, source, date, url, note, addedAt, "");
  }

  /** This entry kept among the results of a query; a longer one is not kept with it. */
  public ListEntry keptFor(String query) {
    String kept = query.length() > LONGEST_SEARCH ? "" : query.strip();
    return new ListEntry(article, title, source, date, url, note, addedAt, kept);
  }

  /** This entry without its headline and address, which often repeats it. */
  public ListEntry withheld() {
    return new ListEntry(article, Headline.WITHDRAWN, source, date, "", note, addedAt);
  }

  /**
   * This entry once its article is erased: with its note, and the day on which that was.
   *
   * @param placeholder a reference that says nothing about the article
   */
  ListEntry erased(ArticleRef placeholder, LocalDate day) {
    return new ListEntry(placeholder, "Erased on " + day, "", "", "", note, addedAt);
  }

  /** This entry with the headline and address of its article. */
  ListEntry of(Article published) {
    return new ListEntry(
        article, Headline.of(published), source, date, published.url(), note, addedAt, search);
  }

  /** This entry with its note changed. */
  public ListEntry noted(UnaryOperator<String> change) {
    return noted(change.apply(note));
  }

  /** This entry with another note. */
  public ListEntry noted(String text) {
    return new ListEntry(article, title, source, date, url, text, addedAt, search);
  }

  /** This entry with another time at which it was put on the list. */
  ListEntry addedAt(Instant time) {
    return new ListEntry(article, title, source, date, url, note, time, search);
  }
}
