package broadsheet.corpus.ocr;

import broadsheet.corpus.text.Entities;

/**
 * A lenient pull parser for the tags of XML or HTML. Damaged markup is read as far as possible:
 * nothing in it is an error, nothing is fetched and nothing expands. Not thread-safe.
 */
final class TagReader {
  /** Numbers kept of an attribute: where its name and its value start and end. */
  private static final int ATTRIBUTE = 4;

  private static final int MOST_ATTRIBUTES = 40;

  private final String text;
  private int textStart;
  private int tagStart;
  private int tagEnd;
  private int nameStart;
  private int nameEnd;
  private boolean isEnd;
  private boolean isParsed;
  private int attributes;
  private final int[] spans = new int[ATTRIBUTE * MOST_ATTRIBUTES];

  TagReader(String text) {
    this.text = text;
  }

  /** Goes to the next start or end tag; false at the end of the text. */
  boolean next() {
    textStart = tagEnd;
    int at = tagEnd;
    while (true) {
      at = text.indexOf('<', at);
      if (at < 0 || at + 1 >= text.length()) {
        tagStart = text.length();
        tagEnd = text.length();
        return false;
      }
      char c = text.charAt(at + 1);
      if (c == '!' || c == '?') {
        at = afterDeclaration(at);
      } else if (c == '/' || Character.isLetter(c) || c == '_') {
        tag(at, c == '/');
        return true;
      } else {
        at++;
      }
    }
  }

  private void tag(int at, boolean isEndTag) {
    tagStart = at;
    isParsed = false;
    isEnd = isEndTag;
    nameStart = at + (isEndTag ? 2 : 1);
    nameEnd = nameStart;
    while (nameEnd < text.length() && isOfName(text.charAt(nameEnd))) {
      if (text.charAt(nameEnd) == ':') {
        nameStart = nameEnd + 1;
      }
      nameEnd++;
    }
    tagEnd = endOfTag(nameEnd);
  }

  private static boolean isOfName(char c) {
    return c > ' ' && c != '>' && c != '/' && c != '<';
  }

  /** Finds the end of the tag; an opening bracket outside quotes also ends it. */
  private int endOfTag(int from) {
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '>') {
        return at + 1;
      }
      if (c == '<') {
        return at;
      }
      int close = c == '"' || c == '\'' ? text.indexOf(c, at + 1) : at;
      at = close < 0 ? text.length() : close + 1;
    }
    return at;
  }

  private int afterDeclaration(int at) {
    if (text.startsWith("<!--", at)) {
      return after("-->", at + 4);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return after("]]>", at);
    }
    if (text.startsWith("<?", at)) {
      return after("?>", at);
    }
    int close = text.indexOf('>', at);
    int open = text.indexOf('[', at);
    boolean hasSubset = open >= 0 && open < close;
    return hasSubset ? after("]>", open) : close < 0 ? text.length() : close + 1;
  }

  private int after(String end, int from) {
    int found = text.indexOf(end, from);
    return found < 0 ? text.length() : found + end.length();
  }

  /** Whether this is a start tag, or that of an empty element. */
  boolean isStart() {
    return !isEnd;
  }

  /** Whether the element has no content and no end tag. */
  boolean isEmptyElement() {
    return !isEnd && tagEnd - 2 > tagStart && text.charAt(tagEnd - 2) == '/';
  }

  /** The name without its prefix. */
  String name() {
    return text.substring(nameStart, nameEnd);
  }

  /** The text between the tag before and this one, with its references resolved. */
  String textBefore() {
    String between = text.substring(textStart, tagStart);
    return between.indexOf('<') < 0 ? resolved(between) : withoutMarkup(between);
  }

  private static String withoutMarkup(String between) {
    StringBuilder plain = new StringBuilder();
    int at = 0;
    while (at < between.length()) {
      int open = between.indexOf('<', at);
      plain.append(resolved(between.substring(at, open < 0 ? between.length() : open)));
      if (open < 0) {
        break;
      }
      boolean isData = between.startsWith("<![CDATA[", open);
      String end = isData ? "]]>" : between.startsWith("<!--", open) ? "-->" : ">";
      int close = between.indexOf(end, open + 1);
      int stop = close < 0 ? between.length() : close;
      if (isData) {
        plain.append(between, Math.min(stop, open + 9), stop);
      }
      at = close < 0 ? between.length() : close + end.length();
    }
    return plain.toString();
  }

  /** The value of an attribute of this name, with or without a prefix; empty if there is none. */
  String attribute(String name) {
    if (!isParsed) {
      parse();
    }
    for (int i = 0; i < attributes; i++) {
      int at = ATTRIBUTE * i;
      int from = spans[at];
      if (spans[at + 1] - from == name.length() && text.startsWith(name, from)) {
        return resolved(text.substring(spans[at + 2], spans[at + 3]));
      }
    }
    return "";
  }

  /** Notes where the names, without prefixes, and the values of the tag's attributes are. */
  private void parse() {
    isParsed = true;
    attributes = 0;
    int at = nameEnd;
    while (at < tagEnd && attributes < MOST_ATTRIBUTES) {
      while (at < tagEnd && !isOfName(text.charAt(at))) {
        at++;
      }
      int from = at;
      while (at < tagEnd && isOfName(text.charAt(at)) && text.charAt(at) != '=') {
        from = text.charAt(at) == ':' ? at + 1 : from;
        at++;
      }
      int nameStop = at;
      at = skipBlanks(at);
      if (at >= tagEnd || text.charAt(at) != '=') {
        continue;
      }
      at = skipBlanks(at + 1);
      char quote = at < tagEnd ? text.charAt(at) : 0;
      if (quote == '"' || quote == '\'') {
        int close = text.indexOf(quote, at + 1);
        int stop = close < 0 || close > tagEnd ? tagEnd : close;
        note(from, nameStop, at + 1, stop);
        at = stop + 1;
      }
    }
  }

  private void note(int nameFrom, int nameTo, int valueFrom, int valueTo) {
    int at = ATTRIBUTE * attributes++;
    spans[at] = nameFrom;
    spans[at + 1] = nameTo;
    spans[at + 2] = valueFrom;
    spans[at + 3] = Math.max(valueFrom, valueTo);
  }

  private int skipBlanks(int from) {
    int at = from;
    while (at < tagEnd && text.charAt(at) <= ' ') {
      at++;
    }
    return at;
  }

  private static String resolved(String raw) {
    return raw.indexOf('&') < 0 ? raw : Entities.resolved(raw);
  }
}
