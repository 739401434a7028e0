package broadsheet.web.page;

import java.util.regex.Pattern;

/** The address of an original, which was written by whoever wrote the article. */
public final class WebAddress {

  /** Browsers pass over white space and control characters, so none may come before. */
  private static final Pattern HARMLESS =
      Pattern.compile("(https?://|mailto:)[^\\p{Cntrl}]*", Pattern.CASE_INSENSITIVE);

  private WebAddress() {}

  /**
   * The address, if it leads to a web site or a mailbox; empty for a script and everything else.
   */
  public static String of(String address) {
    String stripped = address.strip();
    return HARMLESS.matcher(stripped).matches() ? stripped : "";
  }
}
