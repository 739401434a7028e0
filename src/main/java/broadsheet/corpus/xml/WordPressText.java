package broadsheet.corpus.xml;

import broadsheet.corpus.text.BlankLines;
import broadsheet.corpus.text.Markup;
import java.util.List;
import java.util.regex.Pattern;

/** Makes paragraphs of WordPress content: HTML, shortcodes, and blank lines between paragraphs. */
final class WordPressText {
  private static final String BLOCK_EDITOR = "<!-- wp:";

  /** {@code [dropcap]M[/dropcap]}. */
  private static final Pattern PAIR =
      Pattern.compile("\\[([A-Za-z][\\w-]*)\\b[^\\[\\]]*\\]([^\\[\\]]*)\\[/\\1\\]");

  /** {@code [gallery ids="1,2"]}, {@code [contact_form]}: not {@code [sic]}. */
  private static final Pattern SINGLE =
      Pattern.compile(
          "\\[/?(?:gallery|caption|embed|video|audio|playlist|more|[A-Za-z]+[_-][\\w-]+"
              + "|[A-Za-z][\\w-]*(?=\\s+[\\w-]+=))[^\\[\\]]*\\]");

  private static final int DEEPEST_PAIR = 5;

  private WordPressText() {}

  static List<String> paragraphs(String stored) {
    String text = withoutShortCodes(stored);
    return text.contains(BLOCK_EDITOR) ? Markup.paragraphs(text) : BlankLines.paragraphs(text);
  }

  private static String withoutShortCodes(String stored) {
    String text = stored;
    for (int i = 0; i < DEEPEST_PAIR && text.contains("[/"); i++) {
      text = PAIR.matcher(text).replaceAll("$2");
    }
    return SINGLE.matcher(text).replaceAll("");
  }
}
