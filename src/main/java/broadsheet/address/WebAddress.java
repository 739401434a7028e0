package broadsheet.address;

import java.util.regex.Pattern;

/** Checks the address of an original, which is untrusted: it comes from the article's author. */
public final class WebAddress {

  /** Browsers skip leading white space and control characters, so none are allowed. */
  private static final Pattern HARMLESS =
      Pattern.compile("(https?://|mailto:)[^\\p{Cntrl}]*", Pattern.CASE_INSENSITIVE);

  private WebAddress() {}

  /** The address if it is a web or mail address; empty for a script or anything else. */
  public static String of(String address) {
    String stripped = address.strip();
    return HARMLESS.matcher(stripped).matches() ? stripped : "";
  }
}
