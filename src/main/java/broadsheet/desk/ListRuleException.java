package broadsheet.desk;

import java.util.Locale;

/**
 * A change that breaks a rule of lists, such as a name that is taken or a note that is too long.
 * The message states the rule and quotes nothing but the reader's own input.
 */
public final class ListRuleException extends DeskException {

  private static final long serialVersionUID = 1L;

  public ListRuleException(String message) {
    super(message);
  }

  public ListRuleException(String message, Throwable cause) {
    super(message, cause);
  }

  /** There are {@value Lists#MOST} lists already. */
  public static ListRuleException tooManyLists() {
    return new ListRuleException(
        String.format(
            Locale.ROOT,
            "There are already %,d lists, the most allowed. Remove one first.",
            Lists.MOST));
  }

  /** A list would have more than {@value Lists#MOST_ENTRIES} entries. */
  public static ListRuleException tooManyEntries() {
    return new ListRuleException(
        String.format(
            Locale.ROOT,
            "A list has at most %,d articles. Start another one.",
            Lists.MOST_ENTRIES));
  }

  /** The owner has another list of that name. */
  public static ListRuleException taken(String name) {
    return new ListRuleException("There is another list named “%s”.".formatted(name));
  }
}
