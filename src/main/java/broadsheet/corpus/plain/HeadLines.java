package broadsheet.corpus.plain;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.json.LenientJson;
import broadsheet.corpus.json.PublishingStatus;
import broadsheet.corpus.record.FieldNames;
import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.text.Markup;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines such as {@code Date: 18 June 2023} at the top of a text, one after another, at most below a
 * headline and a standfirst. They count only if one of them is a date. Immutable.
 *
 * @param fields by the names that JSON has for them; empty if there are none
 * @param text the text without them
 */
record HeadLines(ObjectNode fields, String text) {
  private static final int MOST_LINES_ABOVE = 2;
  private static final int LONGEST = 300;

  private static final Pattern FIELD =
      Pattern.compile("\\s*(?<name>\\p{L}[\\p{L}\\p{M} _-]{0,24}?)\\s*[:：]\\s*(?<value>\\S.*)");

  private static final Pattern DATE =
      Pattern.compile(
          "(?iu)dated?|(?:date )?(?:published|posted)(?: on)?|publication"
              + " date|datum|veröffentlicht(?: am)?|erschienen(?: am)?|fecha(?: de"
              + " publicación)?|publicado(?: el| em)?|data|publié le|date de"
              + " publication|pubblicato(?: il)?|дата|опубликовано|tarih|tanggal|tarehe|日付|日期"
              + "|發佈日期|发布日期|掲載日|날짜|التاريخ|تاریخ|תאריך|दिनांक|วันที่");

  /** A title, and lines of properties down to a blank one. */
  private static final Pattern PROPERTIES =
      Pattern.compile(
          "\\s*(?<title># [^\\n"
              + "]*\\n"
              + "\\s*?\\n"
              + ")(?<lines>(?:[^\\n"
              + ":]{1,80}: [^\\n"
              + "]*(?:\\n"
              + "|$))+)(?:\\s*\\n"
              + "|$)");

  private static final Pattern PROPERTY = Pattern.compile("(?m)^([^\\n:]{1,80}): (.*)$");

  /** One such line. */
  private record Field(Part part, String value) {
    boolean isDate(DateReader dates) {
      return part == Part.DATE && dates.read(value).date().isKnown();
    }
  }

  /** Separates the lines from the text. */
  static HeadLines of(String text, DateReader dates) {
    List<String> lines = Markup.lines(text);
    ObjectNode fields = LenientJson.MAPPER.createObjectNode();
    List<String> rest = new ArrayList<>();
    boolean hasDate = false;
    int next = 0;
    int above = 0;
    for (; next < lines.size(); next++) {
      String line = lines.get(next);
      Optional<Field> field = field(line);
      if (field.isPresent()) {
        hasDate |= field.get().isDate(dates);
        fields.put(name(field.get().part()), field.get().value());
      } else if (fields.isEmpty() && (line.isBlank() || above++ < MOST_LINES_ABOVE)) {
        rest.add(line);
      } else {
        break;
      }
    }
    rest.addAll(lines.subList(next, lines.size()));
    return hasDate ? new HeadLines(fields, String.join("\n", rest)) : none(text);
  }

  /**
   * Separates the properties of a page of Notion, which stand under its title: of any names, and up
   * to the first blank line. They count only if one of them is a part of articles or a status.
   */
  static HeadLines ofNotion(String text) {
    Matcher m = PROPERTIES.matcher(text);
    ObjectNode fields = LenientJson.MAPPER.createObjectNode();
    if (m.lookingAt()) {
      PROPERTY.matcher(m.group("lines")).results().forEach(p -> fields.put(p.group(1), p.group(2)));
    }
    boolean isKnown =
        fields.propertyStream().map(Map.Entry::getKey).anyMatch(PublishingStatus::isKnown);
    return isKnown ? new HeadLines(fields, m.group("title") + text.substring(m.end())) : none(text);
  }

  /** The text, below the title that the lines state, if they state one. */
  String textBelowTitle() {
    String title = fields.path(name(Part.TITLE)).asText("");
    return title.isEmpty() ? text : title + "\n\n" + text;
  }

  private static HeadLines none(String text) {
    return new HeadLines(LenientJson.MAPPER.createObjectNode(), text);
  }

  private static Optional<Field> field(String line) {
    Matcher m = FIELD.matcher(line);
    if (line.length() > LONGEST || !m.matches()) {
      return Optional.empty();
    }
    String name = m.group("name");
    Optional<Part> part =
        DATE.matcher(name).matches() ? Optional.of(Part.DATE) : FieldNames.part(name);
    return part.filter(p -> p != Part.ID && p != Part.BODY)
        .map(p -> new Field(p, m.group("value").strip()));
  }

  private static String name(Part part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
