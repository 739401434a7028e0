package broadsheet.corpus.text;

import java.util.List;
import java.util.regex.Pattern;

/** The marks that agencies put under a story: the editors' initials, or a mark for its end. */
public final class SignOff {
  private static final Pattern LINE =
      Pattern.compile(
          "(?i:ends?|-ends-|-30-|reuters?)\\.?"
              + "|(?:AAP|AFP|AP|DPA|dpa)(?: RTV)?(?: [a-z]{2,4}(?:[/-][a-z]{2,4})*){0,4}"
              + "|[a-z]{2,4}(?:[/-][a-z]{2,4}){1,5}");

  /** A routing code: {@code CRO01}. */
  private static final Pattern ROUTE = Pattern.compile("[A-Z]+\\d+");

  private static final Pattern CODE = Pattern.compile("[A-Z\\d]+");
  private static final Pattern BLANK = Pattern.compile(" ");
  private static final int FEWEST_ROUTES = 2;
  private static final int FEWEST_CODES = 5;
  private static final int LONGEST = 200;

  private SignOff() {}

  /** The paragraphs without the sign-off at their end. */
  public static List<String> removed(List<String> paragraphs) {
    boolean isSigned = paragraphs.size() > 1 && isSignOff(paragraphs.getLast());
    return isSigned ? paragraphs.subList(0, paragraphs.size() - 1) : paragraphs;
  }

  private static boolean isSignOff(String paragraph) {
    return paragraph.length() <= LONGEST
        && (LINE.matcher(paragraph).matches() || isRouting(paragraph));
  }

  /** {@code 51 77 CRO01 1113 APE4800 QBXB}. */
  private static boolean isRouting(String paragraph) {
    List<String> codes = BLANK.splitAsStream(paragraph).toList();
    return codes.size() >= FEWEST_CODES
        && codes.stream().allMatch(code -> CODE.matcher(code).matches())
        && codes.stream().filter(code -> ROUTE.matcher(code).matches()).count() >= FEWEST_ROUTES;
  }
}
