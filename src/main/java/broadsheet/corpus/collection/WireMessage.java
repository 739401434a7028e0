package broadsheet.corpus.collection;

import broadsheet.article.Article;
import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.ReadDate;
import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.ItemName;
import broadsheet.corpus.record.NotAnArticle;
import broadsheet.corpus.record.Records;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of IPTC 7901, cut into its parts. Immutable.
 *
 * @param heading service and number, priority, category, length
 * @param keywords the line between heading and text
 * @param footer day, hour, month and year
 */
record WireMessage(String heading, String keywords, String text, String footer) {

  /** {@code eca062 4 i 211}. */
  static final String HEADING =
      "(?<service>[A-Za-z]{2,4})(?<number>\\d{3,4}) \\d [A-Za-z]{1,4} \\d+\\b";

  private static final Pattern HEADING_LINE =
      Pattern.compile(HEADING + "(?:.*?(?<agency>[A-Za-z][\\w-]+) \\d{3,4})?.*");

  private static final Pattern FOOTER =
      Pattern.compile(
          "\\s*(?<day>\\d\\d)(?<hour>\\d\\d)(?<minute>\\d\\d) (?:(?<zone>GMT|UTC) )?"
              + "(?<month>\\p{L}{3})\\p{L}* (?<year>\\d\\d)\\b.*",
          Pattern.DOTALL);

  private static final Pattern SLASH = Pattern.compile("\\s*/\\s*");

  static WireMessage of(String message) {
    int stx = message.indexOf(Iptc7901.STX);
    int etx = message.indexOf(Iptc7901.ETX, Math.max(0, stx));
    String head = stx < 0 ? message : message.substring(0, stx);
    List<String> lines = CleanText.lines(Markup.lines(head));
    return new WireMessage(
        lines.isEmpty() ? "" : lines.getFirst(),
        lines.size() < 2 ? "" : String.join("/", lines.subList(1, lines.size())),
        stx < 0 || etx < 0 ? "" : message.substring(stx + 1, etx),
        etx < 0 ? "" : message.substring(etx + 1));
  }

  Article article(Records records, long number, DateReader dates) throws NotAnArticle {
    Matcher line = HEADING_LINE.matcher(heading);
    if (!line.matches()) {
      throw NotAnArticle.failed("message without a heading", heading);
    }
    if (footer.isEmpty()) {
      throw NotAnArticle.failed(Damage.CUT_OFF, heading);
    }
    ReadDate date = date(dates);
    WireText wire = WireText.of(text);
    NotAnArticle.requireText(wire.title(), wire.paragraphs());
    String agency = line.group("agency");
    String id = id(line, date);
    String provider = agency == null ? "" : agency;
    return records
        .article(number, id, "")
        .items(records.items(List.of(new ItemName(id, "", provider, ""))))
        .title(wire.title())
        .paragraphs(wire.paragraphs())
        .authors(wire.authors())
        .source(provider)
        .topics(topics())
        .publishedAt(records.remarked(number, date))
        .build();
  }

  /** Service, number and day, since numbers restart each day. Empty if the day is unknown. */
  private static String id(Matcher heading, ReadDate date) {
    return date.date()
        .first()
        .map(day -> heading.group("service") + heading.group("number") + "-" + day)
        .orElse("");
  }

  private List<String> topics() {
    return SLASH
        .splitAsStream(keywords)
        .map(CleanText::line)
        .filter(keyword -> !keyword.isEmpty())
        .distinct()
        .toList();
  }

  /** The year has two digits; such wire services began in the last century. */
  private ReadDate date(DateReader dates) {
    Matcher m = FOOTER.matcher(footer);
    if (!m.matches()) {
      String text = CleanText.line(footer);
      return text.isEmpty() ? ReadDate.none() : ReadDate.unknown(ReadDate.NOT_UNDERSTOOD, text);
    }
    ReadDate recent = dates.read(written(m, "20"));
    return recent.date().isKnown() ? recent : dates.read(written(m, "19"));
  }

  private static String written(Matcher m, String century) {
    String zone = m.group("zone");
    return String.format(
            Locale.ROOT,
            "%s %s %s%s %s:%s %s",
            m.group("day"),
            english(m.group("month")),
            century,
            m.group("year"),
            m.group("hour"),
            m.group("minute"),
            zone == null ? "" : zone)
        .strip();
  }

  /** German services write German month names even in English text. */
  private static String english(String month) {
    return switch (month) {
      case "Mär", "Mrz" -> "Mar";
      case "Mai" -> "May";
      case "Okt" -> "Oct";
      case "Dez" -> "Dec";
      default -> month;
    };
  }
}
