package broadsheet.corpus.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Splits a byline or a list of keywords that a source wrote as one string. */
public final class Names {
  private static final String WRITTEN =
      "artikel|beiträge|beitrag|erstellt|geschrieben|veröffentlicht|verfasst|publié|écrit|publicado"
          + "|escrito|pubblicato|scritto";

  private static final Pattern BY =
      Pattern.compile(
          "(?iu)^(?:written |posted |reported )?by:?\\s+"
              + "|^(?:\\p{L}+ ){0,2}(?:"
              + WRITTEN
              + ")\\s(?:von|par|por|da):?\\s+"
              + "|^(?:text|texto|texte|testo|tekst|author|autora?|auteur|autore|автор):\\s+"
              + "|^(?-i:di)\\s+(?-i:(?=\\p{Lu}\\S*\\s+\\p{Lu}))"
              + "|^(?:von|av|af|par|por|door):?\\s+(?-i:(?=\\p{Lu}\\S*\\s+"
              + "(?:(?:von|van|der|den|de|du|di|da|la)\\s+)*\\p{Lu}))");

  /**
   * {@code Mac & i} is one name, so the sign separates people only if there are names on both
   * sides.
   */
  private static final Pattern BETWEEN_PEOPLE =
      Pattern.compile(
          "(?i)\\s*[;|]\\s*|\\s*,\\s*(?:(?:and|und|og|och|et)\\s+|&\\s*)?"
              + "|\\s+(?:and|und|og|och|et)\\s+|\\s+&\\s+(?-i:(?=\\p{Lu}\\S))");

  /**
   * "And" in more languages; also part of surnames such as {@code Ortega y Gasset}, so it separates
   * people only if there are full names on both sides.
   */
  private static final Pattern BETWEEN_FULL_NAMES =
      Pattern.compile(
          "\\s+(?:y|e|i|en|и|та|і|й|ve|és|și|ja|dan|và|a|και|oraz|eta|dhe)\\s+|\\s*/\\s*");

  private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\R\\s*");

  /** An "and" at the end of a line, or at the beginning of the next. */
  private static final Pattern BROKEN_AT_AND =
      Pattern.compile(
          "(?i)\\s+(and|und|og|och|et|&)[ \\t]*\\R\\s*|\\s*\\R\\s*(and|und|og|och|et|&)\\s+");

  private static final Pattern SEVERAL_WORDS = Pattern.compile("\\S+\\s+\\S.*");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("\\s*[;|]\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern SUFFIX =
      Pattern.compile("(?i)(?:jr|sr)\\.?|I{2,3}|IV|M\\.?D\\.?|Ph\\.?D\\.?");
  private static final Pattern QUOTES = Pattern.compile("^[\"“”]+|[\"“”]+$");

  /** {@code Rivers, Ada}: last name first, not two people. */
  private static final Pattern LAST_NAME_FIRST =
      Pattern.compile("[\\p{L}'’-]+, [\\p{L}'’-]+(?: \\p{L}\\.)?");

  private Names() {}

  /** The people in a byline, each once, in order. */
  public static List<String> people(String byline) {
    String text = BY.matcher(CleanText.line(onOneLine(byline))).replaceFirst("");
    if (AsianByline.is(text)) {
      return AsianByline.people(text);
    }
    if (LAST_NAME_FIRST.matcher(text).matches()) {
      return List.of(text);
    }
    List<String> people = new ArrayList<>();
    for (String name : parted(text)) {
      if (!people.isEmpty() && SUFFIX.matcher(name).matches()) {
        people.add(people.removeLast() + ", " + name);
      } else {
        people.add(name);
      }
    }
    return distinct(people.stream().map(Names::person));
  }

  private static List<String> parted(String byline) {
    return BETWEEN_PEOPLE.splitAsStream(byline).flatMap(Names::fullNames).toList();
  }

  private static Stream<String> fullNames(String names) {
    List<String> parted = new ArrayList<>();
    Matcher m = BETWEEN_FULL_NAMES.matcher(names);
    int start = 0;
    while (m.find()) {
      String after = BETWEEN_FULL_NAMES.split(names.substring(m.end()), 2)[0];
      if (isWhole(names.substring(start, m.start())) && isWhole(after)) {
        parted.add(names.substring(start, m.start()));
        start = m.end();
      }
    }
    parted.add(names.substring(start));
    return parted.stream();
  }

  /** Whether a name has several words, or is an agency's. */
  private static boolean isWhole(String name) {
    return SEVERAL_WORDS.matcher(name).matches() || Outlets.isAgency(name);
  }

  /**
   * Joins the lines of a byline: lines of several words each are separate names, otherwise one name
   * was broken.
   */
  public static String onOneLine(String byline) {
    List<String> lines =
        LINE_BREAK
            .splitAsStream(BROKEN_AT_AND.matcher(byline.strip()).replaceAll(" $1$2 "))
            .filter(line -> !line.isEmpty())
            .toList();
    boolean isList =
        lines.stream().allMatch(l -> SEVERAL_WORDS.matcher(l).matches() || AsianByline.is(l));
    return String.join(isList ? "; " : " ", lines);
  }

  /** The items of a list separated by semicolons or bars. */
  public static List<String> words(String list) {
    return distinct(BETWEEN_WORDS.splitAsStream(list).map(Names::word));
  }

  /** The items of a list separated by commas, unless it has semicolons or bars. */
  public static List<String> wordsBetweenCommas(String list) {
    return BETWEEN_WORDS.matcher(list).find()
        ? words(list)
        : distinct(COMMA.splitAsStream(list).map(Names::word));
  }

  /** One name from a list that is already split. */
  public static String person(String name) {
    return name.contains("://") ? "" : word(BY.matcher(CleanText.line(name)).replaceFirst(""));
  }

  private static String word(String word) {
    return QUOTES.matcher(CleanText.line(word)).replaceAll("");
  }

  /** The names that are not empty, each once, in their order. */
  public static List<String> distinct(Stream<String> names) {
    return names.filter(n -> !n.isEmpty()).distinct().toList();
  }
}
