package broadsheet.corpus.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads bylines of agency stories, including the words that agencies write around names. */
public final class Byline {
  private static final Pattern BY =
      Pattern.compile("(?i)\\b(?:compiled|edited|reported|written|reporting|words|story) by:?\\s+");

  private static final Pattern WHERE = Pattern.compile("\\s+in\\s+\\p{Lu}[^,;]*");
  private static final Pattern SLASH = Pattern.compile("\\s+/\\s+");

  /** {@code Ada Rivers Associated Press Writer}. */
  private static final Pattern TITLE =
      Pattern.compile(
          "\\s+(?:Associated Press|AP|UPI|Reuters|Times|Mercury News|Staff|Special|Business|Sports"
              + "|Political|Science|Foreign)\\b[^,;]*\\b(?:Writer|Reporter|Correspondent|Editor"
              + "|Columnist|Critic)s?\\b(?:\\s+of\\s+[^,;]*)?");

  /** Names a job or an employer rather than a person. */
  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?i).*(?:\\b(?:agency|analyst|associated press|association|bureau|chief|columnist"
              + "|correspondents?|critic|desk|editors?|for the|journal|magazine|news|newspapers?"
              + "|of the|press|reporters?|reuters?|service|staff|the|times|tribune|writers?)\\b"
              + "|\\p{L}\\.(?:com|org|net|no|de|fr|it|uk)\\b).*|[a-z]{2,4}|AFP|AP|dpa|UPI");

  private static final Pattern INITIALS = Pattern.compile("[a-z]{1,4}(?:[/-][a-z]{1,4})+");

  private static final String PERSON =
      "\\p{Lu}[\\p{L}.'’-]*(?: (?:von|van|de|der|den|di|da|du|la|le|zu|ter))*"
          + "(?: \\p{Lu}[\\p{L}.'’-]*){1,3}";

  /** A paragraph that is only a byline. */
  private static final Pattern ALONE =
      Pattern.compile(
          "(?:By|BY|Von|VON|Par|PAR|Por|POR|Di|Door|Av|Af):? "
              + PERSON
              + "(?:(?:, | and | und | et | y | e | en | och | og )"
              + PERSON
              + "){0,3}");

  private static final int LONGEST = 500;

  private Byline() {}

  /**
   * The people in a byline; empty if the text is too long to be one. Words after a name that are
   * not a name are dropped.
   */
  public static List<String> people(String byline) {
    String line = CleanText.line(byline);
    if (line.length() > LONGEST || INITIALS.matcher(line).matches()) {
      return List.of();
    }
    String bare = WHERE.matcher(BY.matcher(line).replaceAll("")).replaceAll("");
    bare = TITLE.matcher(bare).replaceAll("");
    String names = SLASH.matcher(bare).replaceAll("; ");
    List<String> people = new ArrayList<>();
    for (String name : Names.people(names)) {
      if (people.isEmpty() || !NOT_A_NAME.matcher(name).matches()) {
        people.add(name);
      }
    }
    return people;
  }

  /** The author named in a text's first paragraph, if that contains nothing else. */
  public static List<String> inText(List<String> paragraphs) {
    return !paragraphs.isEmpty() && ALONE.matcher(paragraphs.getFirst()).matches()
        ? people(paragraphs.getFirst())
        : List.of();
  }
}
