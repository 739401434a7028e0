package broadsheet.corpus.xml;

import java.util.Locale;

/**
 * The first tag of an XML file, after its prologue. Immutable.
 *
 * @param name the local name, in lower case; empty if the file is not markup
 * @param tag the tag with its brackets and attributes
 */
public record XmlRoot(String name, String tag) {
  private static final XmlRoot NONE = new XmlRoot("", "");

  /** Finds the tag in the beginning of a file. */
  public static XmlRoot of(String head) {
    int at = 0;
    while (true) {
      at = skipBlanks(head, at);
      if (head.startsWith("<?", at)) {
        at = after(head, "?>", at);
      } else if (head.startsWith("<!--", at)) {
        at = after(head, "-->", at);
      } else if (head.regionMatches(true, at, "<!DOCTYPE", 0, "<!DOCTYPE".length())) {
        at = afterDocumentType(head, at);
      } else {
        return head.startsWith("<", at) ? ofTag(head, at) : NONE;
      }
    }
  }

  public boolean isOneOf(String... names) {
    for (String candidate : names) {
      if (name.equals(candidate)) {
        return true;
      }
    }
    return false;
  }

  private static XmlRoot ofTag(String head, int at) {
    int end = at + 1;
    while (end < head.length() && " \t\r\n/>".indexOf(head.charAt(end)) < 0) {
      end++;
    }
    String name = head.substring(at + 1, end);
    boolean isName =
        !name.isEmpty() && (Character.isLetter(name.charAt(0)) || name.startsWith("_"));
    int close = head.indexOf('>', end);
    String tag = head.substring(at, close < 0 ? head.length() : close + 1);
    String local = name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    return isName ? new XmlRoot(local, tag) : NONE;
  }

  private static int skipBlanks(String head, int from) {
    int at = from;
    while (at < head.length() && head.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static int after(String head, String end, int from) {
    int found = head.indexOf(end, from + 2);
    return found < 0 ? head.length() : found + end.length();
  }

  private static int afterDocumentType(String head, int from) {
    int close = head.indexOf('>', from);
    int open = head.indexOf('[', from);
    boolean hasSubset = open >= 0 && open < close;
    int subset = hasSubset ? head.indexOf(']', open) : from;
    int end = subset < 0 ? -1 : head.indexOf('>', subset);
    return end < 0 ? head.length() : end + 1;
  }
}
