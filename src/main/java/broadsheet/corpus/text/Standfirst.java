package broadsheet.corpus.text;

import java.util.List;
import java.util.regex.Pattern;

/** Distinguishes a standfirst from a description that only repeats the beginning of the article. */
public final class Standfirst {
  private static final int COMPARED = 50;
  private static final Pattern CUT_OFF = Pattern.compile("\\s*\\[?(?:…|\\.\\.\\.)\\]?\\s*$");

  private Standfirst() {}

  /** The description; empty if title or paragraphs say the same. */
  public static String of(String description, String title, List<String> paragraphs) {
    String told = PageTitle.folded(CUT_OFF.matcher(description).replaceFirst(""));
    String beginning = told.substring(0, Math.min(COMPARED, told.length()));
    boolean isTold =
        PageTitle.folded(title).equals(told)
            || PageTitle.folded(String.join(" ", paragraphs)).contains(beginning);
    return isTold ? "" : description;
  }
}
