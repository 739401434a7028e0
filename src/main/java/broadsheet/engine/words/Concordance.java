package broadsheet.engine.words;

import broadsheet.article.Moment;
import broadsheet.article.PublicationDate;
import broadsheet.engine.result.Note;
import broadsheet.query.QueryField;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A page of a concordance (keyword in context): a line for each occurrence of a word or pattern,
 * each phrase and each pair of a proximity. Optional words have none. A line is what a mark marks.
 *
 * @param total the number of lines on all pages; empty where not all were counted
 * @param next continues after the last line; empty when there are no more
 * @param extent the articles that were looked at. In an order by article the lines are exact
 *     however few those are: they are read up to the last line
 */
public record Concordance(
    List<Line> lines, OptionalLong total, Optional<String> next, Extent extent, List<Note> notes) {

  public Concordance {
    lines = List.copyOf(lines);
    notes = List.copyOf(notes);
  }

  /**
   * One place.
   *
   * @param id the id of the article
   * @param title its headline
   * @param source its outlet; empty if unknown
   * @param part the text it stands in, never a part of another
   * @param start the offset of its first character in that text, whose paragraphs are separated by
   *     one character
   * @param left the text before the match, from the beginning of a word; line breaks are blanks
   * @param match the text from the first to the last word of the match
   * @param right the text after it, to the end of a word
   * @param moment when a recording says it; empty if that is not known
   */
  public record Line(
      String id,
      String title,
      PublicationDate publishedAt,
      String source,
      QueryField part,
      int start,
      String left,
      String match,
      String right,
      Optional<Moment> moment) {}
}
