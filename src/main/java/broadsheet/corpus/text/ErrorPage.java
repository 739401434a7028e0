package broadsheet.corpus.text;

import java.util.regex.Pattern;

/** Recognizes error pages, which servers send instead of the requested page, by their titles. */
public final class ErrorPage {
  /** The longest text of an error page in characters; an article with such a headline has more. */
  public static final int LONGEST = 1_500;

  private static final Pattern BETWEEN_PARTS =
      Pattern.compile("\\s+[-–—|·»:]\\s+|:\\s+|\\s*\\|\\s*");

  private static final Pattern ERROR =
      Pattern.compile(
          "(?iu)(?:http )?(?:(?:error|status|fehler|erreur) )?(?:40[0134]|410|429|50[0234])[.!]?(?:"
              + " (?:error|page|not found|forbidden|access denied|unauthorized|gone|bad"
              + " gateway|gateway time-?out|service (?:temporarily )?unavailable|too many"
              + " requests|(?:internal )?server error|page not"
              + " found))*[.!]?|(?:(?:error|oops)[!.,:]? )?(?:(?:the )?page (?:was |could |can"
              + " )?not (?:be )?found|not found|access denied|forbidden|bad gateway|gateway"
              + " time-?out|service (?:temporarily )?unavailable|internal server error|just a"
              + " moment|attention required!?|are you a robot|too many requests|seite nicht"
              + " gefunden|page (?:non trouvée|introuvable)|página no encontrada|página não"
              + " encontrada|pagina non trovata|pagina niet gevonden|страница не найдена)[.!?…]*");

  private ErrorPage() {}

  /** Whether a part of a title, between bars or dashes, is the name of an error. */
  public static boolean isTitle(String title) {
    return BETWEEN_PARTS.splitAsStream(CleanText.line(title)).anyMatch(ErrorPage::isError);
  }

  /** Whether a line is the name of an error and nothing else. */
  public static boolean isError(String line) {
    return ERROR.matcher(line).matches();
  }
}
