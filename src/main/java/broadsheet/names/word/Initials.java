package broadsheet.names.word;

/** The first letters of the words of a name that have capitals. */
public final class Initials {

  private Initials() {}

  /** {@code IMF} for {@code International Monetary Fund}. */
  public static String of(String name) {
    StringBuilder initials = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      boolean first = i == 0 || name.charAt(i - 1) == ' ' || name.charAt(i - 1) == '-';
      if (first && Character.isUpperCase(name.charAt(i))) {
        initials.append(name.charAt(i));
      }
    }
    return initials.toString();
  }
}
