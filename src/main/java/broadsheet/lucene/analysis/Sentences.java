package broadsheet.lucene.analysis;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Splits text into sentences. Breaks where the platform's rules do and at full stops of some
 * scripts that those rules do not know, but not after an abbreviation common in news ({@code Mr.},
 * {@code U.S.}, {@code Sen.}) nor after an initial. A line break always ends a sentence.
 * Thread-safe.
 */
public final class Sentences {

  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "sen", "rep", "gov", "gen", "col",
          "lt", "capt", "sgt", "maj", "cmdr", "adm", "rev", "hon", "pres", "supt", "det", "insp",
          "messrs", "mt", "ft", "vs", "v", "no", "nos", "vol", "fig", "art", "sec", "dept", "est",
          "approx", "inc", "ltd", "corp", "co", "bros", "jan", "feb", "mar", "apr", "jun", "jul",
          "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat",
          "sun", "ala", "ariz", "ark", "calif", "colo", "conn", "fla", "ga", "ill", "ind", "kan",
          "ky", "la", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla",
          "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo");

  /** The furthest beyond a range to look for sentence boundaries, in UTF-16 units. */
  private static final int REACH = 2_000;

  /** One for each thread, since making one takes longer than cutting a line. */
  private static final ThreadLocal<BreakIterator> BREAKS =
      ThreadLocal.withInitial(() -> BreakIterator.getSentenceInstance(Locale.ROOT));

  private Sentences() {}

  /**
   * A sentence within a text, without surrounding blanks.
   *
   * @param end exclusive
   */
  public record Sentence(int start, int end) {}

  /**
   * The sentences that overlap a range of the text; empty for a blank text. A sentence is cut where
   * it extends more than 2,000 characters beyond the range.
   */
  public static List<Sentence> around(String text, int start, int end) {
    int lineStart = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
    int lineEnd = text.indexOf('\n', Math.max(lineStart, end - 1));
    int from = Math.max(lineStart, start - REACH);
    int until = Math.min(lineEnd < 0 ? text.length() : lineEnd, end + REACH);
    return in(text, Math.min(from, until), until).stream()
        .filter(s -> s.end() > start && s.start() < end)
        .toList();
  }

  /** The sentences of a range that is one or more whole paragraphs. */
  public static List<Sentence> in(String text, int start, int end) {
    List<Sentence> sentences = new ArrayList<>();
    int from = start;
    while (from < end) {
      int lineEnd = text.indexOf('\n', from);
      int to = lineEnd < 0 || lineEnd > end ? end : lineEnd;
      addLine(sentences, text.substring(from, to), from);
      from = to + 1;
    }
    return sentences;
  }

  private static void addLine(List<Sentence> sentences, String line, int shift) {
    BreakIterator breaks = BREAKS.get();
    breaks.setText(line);
    int from = 0;
    for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
      if (to == line.length() || !isAbbreviated(line, from, to)) {
        addEach(sentences, line, from, to, shift);
        from = to;
      }
    }
  }

  /** Splits once more at full stops that the platform's rules do not know. */
  private static void addEach(List<Sentence> sentences, String line, int from, int to, int shift) {
    int start = from;
    for (int i = from; i < to; i++) {
      if (isOtherStop(line.charAt(i))) {
        add(sentences, line, start, i + 1, shift);
        start = i + 1;
      }
    }
    add(sentences, line, start, to, shift);
  }

  /** Arabic question mark, Urdu full stop, Ethiopic full stop and question mark. */
  private static boolean isOtherStop(char c) {
    return c == '\u061F' || c == '\u06D4' || c == '\u1362' || c == '\u1367';
  }

  private static void add(List<Sentence> sentences, String text, int from, int to, int shift) {
    int start = from;
    int end = to;
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start < end) {
      sentences.add(new Sentence(shift + start, shift + end));
    }
  }

  /** Whether the supposed sentence ends in the dot of an abbreviation. */
  private static boolean isAbbreviated(String text, int from, int to) {
    int dot = to - 1;
    while (dot > from && Character.isWhitespace(text.charAt(dot))) {
      dot--;
    }
    if (text.charAt(dot) != '.') {
      return false;
    }
    int start = dot;
    while (start > from && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String word = text.substring(start, dot);
    return isAbbreviation(word);
  }

  /** An initial, or a capitalised abbreviation; {@code no} and {@code sun} may end a sentence. */
  private static boolean isAbbreviation(String word) {
    if (word.isEmpty() || !Character.isUpperCase(word.charAt(0))) {
      return word.equals("vs") || word.equals("v");
    }
    return word.length() == 1 || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
  }
}
