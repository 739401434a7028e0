package broadsheet.corpus.press;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The codes of Factiva's fields in a document. A code is alone on its line, above its value, or
 * before it in a column of codes, beside which values are wrapped. Immutable.
 *
 * <p>Source: ProQuest, "Factiva.com custom search fields",
 * https://support.proquest.com/articledetail?id=kA23r000000FVF1CAO.
 *
 * @param column the column of values on the lines of their codes; 0 if codes are alone
 */
record FactivaCodes(int column) {
  private static final Map<String, PressField> CODES =
      Map.ofEntries(
          Map.entry("HD", PressField.TITLE),
          Map.entry("SE", PressField.SECTION),
          Map.entry("CLM", PressField.UNUSED),
          Map.entry("BY", PressField.AUTHOR),
          Map.entry("CR", PressField.UNUSED),
          Map.entry("WC", PressField.LENGTH),
          Map.entry("PD", PressField.DATE),
          Map.entry("ET", PressField.UNUSED),
          Map.entry("SN", PressField.SOURCE),
          Map.entry("SC", PressField.UNUSED),
          Map.entry("NGC", PressField.UNUSED),
          Map.entry("GC", PressField.UNUSED),
          Map.entry("ED", PressField.UNUSED),
          Map.entry("PG", PressField.UNUSED),
          Map.entry("VOL", PressField.UNUSED),
          Map.entry("LA", PressField.LANGUAGE),
          Map.entry("CY", PressField.UNUSED),
          Map.entry("CX", PressField.UNUSED),
          Map.entry("LP", PressField.BODY),
          Map.entry("TD", PressField.BODY),
          Map.entry("CT", PressField.UNUSED),
          Map.entry("RF", PressField.UNUSED),
          Map.entry("ART", PressField.UNUSED),
          Map.entry("DE", PressField.UNUSED),
          Map.entry("FDS", PressField.UNUSED),
          Map.entry("RIC", PressField.UNUSED),
          Map.entry("RST", PressField.UNUSED),
          Map.entry("CO", PressField.ORGANISATION),
          Map.entry("IN", PressField.UNUSED),
          Map.entry("NS", PressField.TOPIC),
          Map.entry("RE", PressField.PLACE),
          Map.entry("PE", PressField.PERSON),
          Map.entry("IPC", PressField.UNUSED),
          Map.entry("IPD", PressField.UNUSED),
          Map.entry("PUB", PressField.UNUSED),
          Map.entry("DLN", PressField.DATELINE),
          Map.entry("AN", PressField.UNUSED));

  private static final Set<PressField> TERMS =
      EnumSet.of(PressField.TOPIC, PressField.PLACE, PressField.ORGANISATION);

  private static final int FEWEST_CODES = 3;

  /** The column of values that one blank separates from codes of two letters. */
  private static final int NARROW = 3;

  /** {@code 312 words}. */
  private static final Pattern COUNT = Pattern.compile("\\d[\\d.,]* ?\\p{L}*\\h*");

  /** The codes that Factiva writes before a term: {@code gpol : Domestic Politics | …}. */
  private static final Pattern TERM_CODE = Pattern.compile("(^|\\|)\\s*\\w+\\s+:\\s+");

  private static final Pattern CODED =
      Pattern.compile("\\h*(?<code>[A-Z]{2,3})(?:(?<gap>\\h+)(?<value>\\S.*)|\\h*)");

  /**
   * A line that begins a field.
   *
   * @param column the column of its value; 0 if it has none on this line
   * @param isWide whether two blanks or a tab set the value off
   */
  private record Begun(String code, String value, int column, boolean isWide) {
    PressField field() {
      return CODES.getOrDefault(code, PressField.UNUSED);
    }

    /** Whether the code is alone, set off clearly, or its value begins in the column of values. */
    boolean isIn(int column) {
      return value.isEmpty()
          || isWide
          || (column == NARROW ? isAfterBlank() : column > 0 && this.column == column);
    }

    /** A code before one blank, which may be a word in capitals unless its value is of its kind. */
    private boolean isAfterBlank() {
      boolean isOfTerms = TERMS.contains(field()) || code.equals("IN");
      return isOfTerms ? TERM_CODE.matcher(value).lookingAt() : column == code.length() + 1;
    }
  }

  /** Whether one blank follows the codes: those that every document has, and a count of words. */
  static boolean areNarrow(List<String> lines) {
    List<String> codes =
        lines.stream()
            .map(CODED::matcher)
            .filter(coded -> coded.matches() && " ".equals(coded.group("gap")))
            .filter(c -> !c.group("code").equals("WC") || COUNT.matcher(c.group("value")).matches())
            .map(coded -> coded.group("code"))
            .distinct()
            .toList();
    return codes.containsAll(List.of("HD", "WC", "PD", "SN"));
  }

  /** The field that a line begins, if its code is alone or two blanks or a tab follow it. */
  static Optional<PressField> begun(String line) {
    return begun(line, 0).map(Begun::field);
  }

  /**
   * @param column the column of values on the lines of their codes; 0 if unknown
   */
  private static Optional<Begun> begun(String line, int column) {
    Matcher coded = CODED.matcher(line);
    if (!coded.matches() || !CODES.containsKey(coded.group("code"))) {
      return Optional.empty();
    }
    String value = Objects.requireNonNullElse(coded.group("value"), "").stripTrailing();
    String gap = Objects.requireNonNullElse(coded.group("gap"), "");
    int from = value.isEmpty() ? 0 : coded.start("value") - coded.start("code");
    boolean isWide = gap.length() > 1 || gap.indexOf('\t') >= 0;
    Begun begun = new Begun(coded.group("code"), value, from, isWide);
    return begun.isIn(column) ? Optional.of(begun) : Optional.empty();
  }

  /** The layout of a document, which its headline shows. */
  static FactivaCodes of(List<String> lines) {
    for (String line : lines) {
      Optional<Begun> begun = begun(line, 0).filter(b -> b.field() == PressField.TITLE);
      if (begun.isPresent()) {
        return new FactivaCodes(begun.get().column());
      }
    }
    return new FactivaCodes(areNarrow(lines) ? NARROW : 0);
  }

  /** Whether the lines of a document have codes at all. */
  boolean areUsed(List<String> lines) {
    return lines.stream()
            .flatMap(line -> begun(line, column).stream())
            .map(Begun::code)
            .distinct()
            .count()
        >= FEWEST_CODES;
  }

  /** Adds the fields that begin with codes. */
  void add(List<String> lines, PressDocument document) {
    PressField field = PressField.UNUSED;
    List<String> value = new ArrayList<>();
    for (String line : lines) {
      Optional<Begun> begun = begun(line, column);
      if (begun.isPresent()) {
        add(field, value, document);
        field = begun.get().field();
        value = new ArrayList<>(List.of(begun.get().value()));
      } else {
        value.add(dedented(line));
      }
    }
    add(field, value, document);
  }

  /** A line without the blanks in the column of codes. */
  private String dedented(String line) {
    int from = 0;
    while (from < Math.min(column, line.length()) && Character.isWhitespace(line.charAt(from))) {
      from++;
    }
    return line.substring(from);
  }

  /** Adds a value; beside a column of codes it is wrapped, and elsewhere each line is a value. */
  private void add(PressField field, List<String> lines, PressDocument document) {
    boolean isTerms = TERMS.contains(field);
    if (field == PressField.BODY) {
      if (document.has(PressField.BODY)) {
        document.add(PressField.BODY, "");
      }
      lines.forEach(line -> document.add(PressField.BODY, line));
    } else if (column > 0) {
      document.add(field, joined(lines, isTerms));
    } else {
      lines.forEach(line -> document.add(field, isTerms ? withoutCodes(line.strip()) : line));
    }
  }

  /** The lines of a wrapped value as one; of terms, a line may also begin the next term. */
  private static String joined(List<String> lines, boolean isTerms) {
    StringBuilder joined = new StringBuilder();
    for (String line : lines) {
      boolean isNext = isTerms && TERM_CODE.matcher(line).lookingAt();
      joined.append(isNext ? " | " : " ").append(line.strip());
    }
    String value = joined.toString().strip();
    return isTerms ? withoutCodes(value) : value;
  }

  private static String withoutCodes(String terms) {
    return TERM_CODE.matcher(terms).replaceAll("$1");
  }
}
