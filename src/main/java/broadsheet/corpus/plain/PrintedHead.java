package broadsheet.corpus.plain;

import broadsheet.article.PublicationDate;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import broadsheet.corpus.text.Byline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The byline and the day that are printed below a headline, each on a line of its own or both on
 * one: {@code By Ada Rivers | 18 June 2023}. Immutable.
 *
 * @param text the text without them
 */
record PrintedHead(List<String> authors, PublicationDate date, String text) {
  /** A standfirst may be above them. */
  private static final int MOST_LINES_ABOVE = 1;

  private static final int LONGEST = 120;
  private static final Pattern BETWEEN = Pattern.compile("\\s+[|·•–—]\\s+");

  PrintedHead {
    authors = List.copyOf(authors);
  }

  /** Separates the lines from the text, if one of them is a byline. */
  static PrintedHead of(String text, DateReader dates) {
    List<String> rest = new ArrayList<>();
    List<String> authors = new ArrayList<>();
    PublicationDate date = PublicationDate.unknown();
    List<String> lines = Markup.lines(text);
    int next = 0;
    for (int printed = 0; next < lines.size(); next++) {
      String line = CleanText.line(lines.get(next));
      PublicationDate day = day(line, dates);
      List<String> people = people(line);
      boolean isHead = printed > 0 && (!people.isEmpty() || day.isKnown());
      if (isHead) {
        authors.addAll(people);
        date = day.isKnown() ? day : date;
      } else if (!line.isEmpty() && (date.isKnown() || printed++ > MOST_LINES_ABOVE)) {
        break;
      } else {
        rest.add(lines.get(next));
      }
    }
    rest.addAll(lines.subList(next, lines.size()));
    return authors.isEmpty()
        ? new PrintedHead(authors, PublicationDate.unknown(), text)
        : new PrintedHead(authors, date, String.join("\n", rest));
  }

  private static List<String> people(String line) {
    return line.length() > LONGEST
        ? List.of()
        : BETWEEN
            .splitAsStream(line)
            .flatMap(part -> Byline.inText(List.of(part)).stream())
            .toList();
  }

  /** The day that a line is, or that follows a byline in it. */
  private static PublicationDate day(String line, DateReader dates) {
    String[] parts = BETWEEN.split(line, -1);
    boolean isAlone = parts.length == 1 || !people(parts[0]).isEmpty();
    String last = parts[parts.length - 1];
    return isAlone && line.length() <= LONGEST && PrintedDay.is(last, dates)
        ? PrintedDay.in(last, dates).date()
        : PublicationDate.unknown();
  }
}
