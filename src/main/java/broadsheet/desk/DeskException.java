package broadsheet.desk;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A desk cannot be read or stored. The message says why and what to do, in one line. */
public class DeskException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DeskException(String message) {
    super(message);
  }

  public DeskException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** There are {@value SavedSearches#MOST} saved searches already. */
  public static DeskException tooManySearches() {
    return new DeskException(
        "There are already %s alerts, the most allowed. Remove one first."
            .formatted(SavedSearches.MOST));
  }

  /** There would be more than {@value NameCorrections#MOST} corrections of names. */
  public static DeskException tooManyCorrections() {
    return new DeskException(
        String.format(
            Locale.ROOT,
            "An archive has at most %,d corrections of names. Undo some first.",
            NameCorrections.MOST));
  }
}
