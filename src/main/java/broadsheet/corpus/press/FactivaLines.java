package broadsheet.corpus.press;

import broadsheet.corpus.date.DateReader;
import broadsheet.corpus.date.PrintedDay;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds the fields in the lines of one document of Factiva. Without {@link FactivaCodes}, the line
 * that counts the words is the landmark: above it are section, headline and byline; below it date,
 * time, outlet, its code, edition, page, language and copyright, then the text.
 */
final class FactivaLines {
  private static final Pattern WORDS =
      Pattern.compile("\\d[\\d.,\u00a0 ]* ?(?:\\p{L}[\\p{L}\\p{M}]*|字|词)");
  private static final Pattern CLOCK = Pattern.compile("\\d{1,2}:\\d\\d.{0,8}");
  private static final Pattern COPYRIGHT =
      Pattern.compile("(?i)(?:copyright|©|\\(c\\)).*|.*all rights reserved\\.?.*");
  private static final Pattern BY =
      Pattern.compile("(?:By|BY|by|Von|VON|von|Por|POR|Par|PAR|Di|Door|Af|Av) .{2,120}");
  private static final int LONGEST_HEAD_LINE = 400;

  private FactivaLines() {}

  static PressDocument document(List<String> lines, DateReader dates) {
    PressDocument document = new PressDocument();
    add(lines, document, dates);
    return document;
  }

  /** Adds the fields that the document does not have yet. */
  static void add(List<String> lines, PressDocument document, DateReader dates) {
    FactivaCodes codes = FactivaCodes.of(lines);
    if (codes.areUsed(lines)) {
      codes.add(lines, document);
    } else {
      addUncoded(lines, document, dates);
    }
  }

  private static void addUncoded(List<String> lines, PressDocument document, DateReader dates) {
    int words = wordCount(lines, dates);
    if (words < 0) {
      lines.forEach(line -> document.add(PressField.BODY, line));
      return;
    }
    document.add(PressField.LENGTH, lines.get(words).strip());
    addAbove(filled(lines.subList(0, words)), document);
    addBelow(lines.subList(words + 1, lines.size()), document);
  }

  /** The line that counts the words, above the date; negative if there is none. */
  private static int wordCount(List<String> lines, DateReader dates) {
    for (int i = 0; i + 1 < lines.size(); i++) {
      if (WORDS.matcher(lines.get(i).strip()).matches()) {
        String next = lines.stream().skip(i + 1L).filter(l -> !l.isBlank()).findFirst().orElse("");
        if (PrintedDay.is(next, dates)) {
          return i;
        }
      }
    }
    return -1;
  }

  private static List<String> filled(List<String> lines) {
    return lines.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
  }

  private static void addAbove(List<String> lines, PressDocument document) {
    if (document.has(PressField.TITLE)) {
      lines.stream().limit(1).forEach(line -> document.add(PressField.SECTION, line));
      return;
    }
    List<String> rest = new ArrayList<>(lines);
    int byline = -1;
    for (int i = 1; i < rest.size(); i++) {
      byline = byline < 0 && BY.matcher(rest.get(i)).matches() ? i : byline;
    }
    if (byline > 0) {
      document.add(PressField.AUTHOR, rest.get(byline));
      rest = rest.subList(0, byline);
    }
    if (rest.size() > 1) {
      document.add(PressField.SECTION, rest.getFirst());
      rest = rest.subList(1, rest.size());
    }
    document.add(PressField.TITLE, rest.stream().collect(Collectors.joining(" ")));
  }

  /** Below the date come short lines up to the notice of copyright or a paragraph. */
  private static void addBelow(List<String> lines, PressDocument document) {
    int copyright = -1;
    for (int i = 0, seen = 0; i < lines.size() && seen < 12; i++) {
      seen += lines.get(i).isBlank() ? 0 : 1;
      if (lines.get(i).length() > LONGEST_HEAD_LINE) {
        break;
      }
      if (COPYRIGHT.matcher(lines.get(i).strip()).matches()) {
        copyright = i;
        break;
      }
    }
    List<String> head = filled(lines.subList(0, Math.max(copyright, 0)));
    head = head.isEmpty() ? filled(lines).stream().limit(3).toList() : head;
    document.add(PressField.DATE, head.getFirst());
    head.stream()
        .skip(1)
        .filter(line -> !CLOCK.matcher(line).matches())
        .findFirst()
        .ifPresent(source -> document.add(PressField.SOURCE, source));
    if (copyright > 0) {
      document.add(PressField.LANGUAGE, head.getLast());
    }
    List<String> text = lines.subList(copyright + 1, lines.size());
    text.forEach(line -> document.add(PressField.BODY, line));
  }
}
