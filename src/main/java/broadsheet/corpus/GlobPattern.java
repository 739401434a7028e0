package broadsheet.corpus;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Translates a glob, as {@link java.nio.file.FileSystem#getPathMatcher} describes it, to a regular
 * expression for text. Java's own matcher takes only paths, and decodes them in the locale's
 * character set. For one use.
 */
final class GlobPattern {
  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private boolean isInGroup;
  private int at;

  private GlobPattern(String glob) {
    this.glob = glob;
  }

  /**
   * The pattern of a glob for paths with {@code /} between folders.
   *
   * @throws PatternSyntaxException if it is not a glob
   */
  static Pattern of(String glob) {
    return new GlobPattern(glob).compiled();
  }

  private Pattern compiled() {
    while (at < glob.length()) {
      add(glob.charAt(at++));
    }
    if (isInGroup) {
      throw wrong("Missing '}'");
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private void add(char c) {
    switch (c) {
      case '*' -> regex.append(takes('*') ? ".*" : "[^/]*");
      case '?' -> regex.append("[^/]");
      case '[' -> addClass();
      case '{' -> openGroup();
      case '}' -> regex.append(isInGroup ? "))" : "\\}");
      case ',' -> regex.append(isInGroup ? ")|(?:" : ",");
      case '\\' -> addEscaped();
      default -> addLiteral(c);
    }
    isInGroup &= c != '}';
  }

  private boolean takes(char next) {
    boolean isNext = at < glob.length() && glob.charAt(at) == next;
    at += isNext ? 1 : 0;
    return isNext;
  }

  private void openGroup() {
    if (isInGroup) {
      throw wrong("Cannot nest groups");
    }
    isInGroup = true;
    regex.append("(?:(?:");
  }

  private void addEscaped() {
    if (at == glob.length()) {
      throw wrong("No character to escape");
    }
    addLiteral(glob.charAt(at++));
  }

  private void addLiteral(char c) {
    regex.append(Character.isLetterOrDigit(c) || c >= 0x80 ? "" : "\\").append(c);
  }

  /** In a class, all characters except a minus are literal. */
  private void addClass() {
    int end = glob.indexOf(']', at);
    if (end < 0) {
      throw wrong("Missing ']'");
    }
    regex.append("[[^/]&&[").append(takes('!') ? "^" : "");
    for (; at < end; at++) {
      char c = glob.charAt(at);
      if (c == '/') {
        throw wrong("Explicit '/' in class");
      }
      regex.append("\\[&^".indexOf(c) < 0 ? "" : "\\").append(c);
    }
    at = end + 1;
    regex.append("]]");
  }

  private PatternSyntaxException wrong(String description) {
    return new PatternSyntaxException(description, glob, at);
  }
}
