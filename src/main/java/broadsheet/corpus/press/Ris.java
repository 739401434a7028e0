package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.encoding.Decoding;
import broadsheet.corpus.encoding.TextLines;
import broadsheet.corpus.record.Format;
import broadsheet.corpus.record.Peek;
import broadsheet.corpus.record.Recognition;
import broadsheet.corpus.record.Records;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * References in RIS, as databases export them: a reference is an article, its abstract the text.
 */
public final class Ris extends Format {
  /** A database may write a few lines above the first. */
  private static final Pattern FIRST =
      Pattern.compile(
          "\\s*(?:[A-Z][A-Za-z ]{1,20}:[^\\r\\n]*+\\R\\s*+){0,5}+TY  - [A-Z]+[ \\t]*\\R");

  private static final Pattern TAG = Pattern.compile("(?<tag>[A-Z][A-Z0-9])  -(?: (?<value>.*)|)");
  private static final Pattern SLASHES = Pattern.compile("(\\d{4})/(\\d\\d)/(\\d\\d)/?.*");
  private static final Pattern YEAR_ONLY = Pattern.compile("(\\d{4})/*");

  private static final Map<String, PressField> FIELDS =
      Map.ofEntries(
          Map.entry("TI", PressField.TITLE),
          Map.entry("T1", PressField.TITLE),
          Map.entry("AU", PressField.AUTHOR),
          Map.entry("A1", PressField.AUTHOR),
          Map.entry("JO", PressField.SOURCE),
          Map.entry("JF", PressField.SOURCE),
          Map.entry("T2", PressField.SOURCE),
          Map.entry("DA", PressField.DATE),
          Map.entry("PY", PressField.DATE),
          Map.entry("Y1", PressField.DATE),
          Map.entry("SE", PressField.SECTION),
          Map.entry("AB", PressField.BODY),
          Map.entry("N2", PressField.BODY),
          Map.entry("KW", PressField.TOPIC),
          Map.entry("LA", PressField.LANGUAGE),
          Map.entry("UR", PressField.URL),
          Map.entry("AN", PressField.ID));

  public Ris(DateReader dates) {
    super("ris", dates);
  }

  @Override
  public Recognition recognise(Peek peek) {
    return Recognition.mineIf(FIRST.matcher(peek.head()).lookingAt());
  }

  @Override
  public void read(InputStream in, Records records) throws IOException {
    TextLines lines = new TextLines(Decoding.reader(in), Records.LONGEST_RECORD);
    List<String> reference = new ArrayList<>();
    long length = 0;
    long number = 0;
    for (Optional<TextLines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
      String line = next.get().text();
      length += line.length();
      boolean isBeginning = line.startsWith("TY  -");
      if (isBeginning || line.startsWith("ER  -")) {
        number += take(reference, length, number + 1, records);
        length = 0;
      }
      if (length < Records.LONGEST_RECORD) {
        reference.add(line);
      }
    }
    take(reference, length, number + 1, records);
  }

  /** Takes a reference with at least one field. Returns the number of references taken. */
  private int take(List<String> lines, long length, long number, Records records) {
    List<String> reference = List.copyOf(lines);
    lines.clear();
    boolean hasField =
        reference.stream()
            .map(TAG::matcher)
            .anyMatch(m -> m.matches() && isContent(m.group("tag")));
    if (!hasField) {
      return 0;
    }
    if (length > Records.LONGEST_RECORD) {
      records.fail(number, Records.TOO_LONG, "");
    } else {
      records.take(number, () -> document(reference).article(records, number, dates));
    }
    return 1;
  }

  private static boolean isContent(String tag) {
    return !tag.equals("TY") && !tag.equals("ER");
  }

  private static PressDocument document(List<String> reference) {
    PressDocument document = new PressDocument();
    PressField field = PressField.UNUSED;
    for (String line : reference) {
      Matcher m = TAG.matcher(line);
      if (m.matches()) {
        field = FIELDS.getOrDefault(m.group("tag"), PressField.UNUSED);
        add(field, m.group("value") == null ? "" : m.group("value"), document);
      } else {
        document.add(field, line);
      }
    }
    return document;
  }

  /** A reference may have several titles and addresses; the first of each counts. */
  private static void add(PressField field, String value, PressDocument document) {
    switch (field) {
      case TITLE, SOURCE, URL, ID, SECTION, LANGUAGE -> {
        if (!document.has(field)) {
          document.add(field, value);
        }
      }
      case BODY -> {
        if (!document.has(field)) {
          document.add(field, value);
        }
      }
      case DATE -> document.add(field, day(value));
      default -> document.add(field, value);
    }
  }

  private static String day(String value) {
    Matcher day = SLASHES.matcher(value.strip());
    if (day.matches()) {
      return day.group(1) + "-" + day.group(2) + "-" + day.group(3);
    }
    Matcher year = YEAR_ONLY.matcher(value.strip());
    return year.matches() ? year.group(1) : value;
  }
}
