package broadsheet.corpus.plain;

import broadsheet.corpus.text.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Markdown as its program shows it to readers: without the short codes and variables of site
 * generators, the private comments of Obsidian, and the labels of notes. Sources:
 * https://gohugo.io/content-management/shortcodes/,
 * https://help.obsidian.md/Editing+and+formatting/Basic+formatting+syntax#Comments. Immutable.
 *
 * @param captions those that short codes for pictures state
 */
record MarkdownSource(String text, List<String> captions) {
  private static final String CODE =
      "\\{\\{[<%][^{}]{0,2000}[%>]\\}\\}|\\{%[^{}]{0,2000}%\\}|\\{\\{[^{}\\n]{0,500}\\}\\}";

  /** With its line, if it stands alone there: a blank line would end a block of HTML. */
  private static final Pattern SHORT_CODE =
      Pattern.compile("(?m)^[ \\t]*(?:%1$s)[ \\t]*\\n|%1$s".formatted(CODE));

  private static final Pattern CAPTION = Pattern.compile("\\bcaption\\s*=\\s*\"([^\"]*)\"");

  /** A block of code, in which nothing is a comment, or a comment. */
  private static final Pattern CODE_OR_COMMENT =
      Pattern.compile("(?ms)^ {0,3}(?<fence>```|~~~).*?(?:^ {0,3}\\k<fence>|\\z)|%%.*?%%");

  private static final String COMMENT = "%%";

  private static final Pattern NOTE =
      Pattern.compile("(?m)^ {0,3}\\[\\^([^\\]\\s]{1,60})\\]:[ \\t]*");

  static MarkdownSource of(String markdown) {
    List<String> captions = new ArrayList<>();
    String shown =
        SHORT_CODE
            .matcher(markdown)
            .replaceAll(
                code -> {
                  CAPTION
                      .matcher(code.group())
                      .results()
                      .map(c -> c.group(1))
                      .forEach(captions::add);
                  return "";
                });
    return new MarkdownSource(
        withoutLabels(withoutComments(shown)), CleanText.lines(List.copyOf(captions)));
  }

  private static String withoutComments(String markdown) {
    return markdown.contains(COMMENT)
        ? CODE_OR_COMMENT
            .matcher(markdown)
            .replaceAll(found -> found.group().startsWith(COMMENT) ? "" : "$0")
        : markdown;
  }

  /** The text of a note stays where it is; only notes that are there are labels. */
  private static String withoutLabels(String markdown) {
    if (!markdown.contains("[^")) {
      return markdown;
    }
    Set<String> labels =
        NOTE.matcher(markdown)
            .results()
            .map((MatchResult note) -> Pattern.quote(note.group(1)))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return labels.isEmpty()
        ? markdown
        : NOTE.matcher(markdown)
            .replaceAll("\n")
            .replaceAll("\\[\\^(?:" + String.join("|", labels) + ")\\]", "");
  }
}
