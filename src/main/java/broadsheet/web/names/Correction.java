package broadsheet.web.names;

import broadsheet.names.NameCorrection;
import java.time.ZoneOffset;

/**
 * A correction on a page.
 *
 * @param text the change in words
 * @param facts who made it, and on which day
 * @param undo the address that undoes it
 */
public record Correction(String text, String facts, String undo) {

  static Correction of(NameCorrection correction) {
    String day = correction.at().atZone(ZoneOffset.UTC).toLocalDate().toString();
    return new Correction(
        correction.text(),
        correction.by().isEmpty() ? day : correction.by() + ", " + day,
        NameChanges.UNDO.replace("{key}", correction.key()));
  }
}
