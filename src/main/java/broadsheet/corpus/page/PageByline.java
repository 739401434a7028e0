package broadsheet.corpus.page;

import broadsheet.corpus.text.AsianByline;
import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Names;
import broadsheet.corpus.text.Outlets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the authors a page states, which may include addresses, handles and dates. */
public final class PageByline {
  private static final int LONGEST = 120;
  private static final int LONGEST_NAME = 60;

  /** Links and dates beside a byline. */
  private static final String FURNITURE =
      "published|posted|updated|last|on|follow|view|e-?mail|bio|archive|(?:all )?(?:posts|articles)"
          + "|profile|subscribe|veröffentlicht|aktualisiert|publi[a-z]+t|publicado"
          + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day";

  /** The end of the names in a byline. */
  private static final Pattern AFTER_NAMES =
      Pattern.compile(
          "(?i)\\s*(?:[|•·]|\\s(?-i:in)\\s|\\s[–—-]\\s|\\b(?:"
              + FURNITURE
              + ")\\b|\\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?\\s+\\d|\\d).*");

  /** A job title after a comma. */
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:[A-Z][A-Za-z]{0,2}\\.?){1,3}[A-Z]?|(?i:.*\\b(?:writer|reporter|editor|correspondent|columnist))");

  private static final Pattern NO_NAME =
      Pattern.compile("(?i).*(?:://|www\\.|@|facebook).*|[^\\p{L}]*");

  private static final Set<String> NOBODY =
      Set.of(
          ("admin administrator author by editor facebook instagram staff twitter"
                  + " unknown webmaster")
              .split(" ", -1));

  /** Several words that begin in capitals, with small ones between them: {@code Ana de la Cruz}. */
  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lo}[\\p{Lo}\\p{M}\\p{Lm} ]*|\\p{Lu}[\\p{L}\\p{M}.'’-]*(?: \\p{L}{1,3})*(?:"
              + " \\p{Lu}[\\p{L}\\p{M}.'’-]*){1,4}");

  private static final Pattern MAIL_AND_NAME =
      Pattern.compile("\\S+@\\S+\\s+\\(([^)]+)\\)|([^<]+?)\\s*<\\S+@\\S+>");

  private PageByline() {}

  /** Whether a line in a byline's place can be one: all it contains are names. */
  static boolean isByline(String line) {
    List<String> people = line.length() <= LONGEST ? people(List.of(line)) : List.of();
    return !people.isEmpty()
        && people.stream().allMatch(p -> NAME.matcher(p).matches() || Outlets.isAgency(p));
  }

  /**
   * The people in a statement: each of several strings is one person, a single string is a list.
   */
  public static List<String> people(List<String> stated) {
    Stream<String> names =
        stated.stream().anyMatch(AsianByline::is)
            ? stated.stream().flatMap(byline -> AsianByline.people(byline).stream())
            : stated.size() == 1
                ? Names.people(namesOnly(stated.getFirst())).stream()
                : stated.stream().map(PageByline::namesOnly).map(Names::person);
    List<String> people = names.filter(PageByline::isName).distinct().toList();
    return IntStream.range(0, people.size())
        .filter(i -> i == 0 || !isTitle(people.get(i), stated))
        .mapToObj(people::get)
        .toList();
  }

  /** Whether a name beside others is a job title. An agency that is stated by itself is none. */
  private static boolean isTitle(String name, List<String> stated) {
    boolean isAgency = Outlets.isAgency(name) && stated.contains(name);
    return !isAgency && TITLE.matcher(name).matches();
  }

  /**
   * The name in {@code ada@mail.example (Ada Rivers)}, or the other way round; otherwise the text.
   */
  public static String ofMail(String text) {
    Matcher mail = MAIL_AND_NAME.matcher(CleanText.line(text));
    if (!mail.matches()) {
      return text;
    }
    return mail.group(1) == null ? mail.group(2) : mail.group(1);
  }

  private static String namesOnly(String byline) {
    return AFTER_NAMES.matcher(byline).replaceFirst("");
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= LONGEST_NAME
        && !NO_NAME.matcher(name).matches()
        && !NOBODY.contains(name.toLowerCase(Locale.ROOT));
  }
}
