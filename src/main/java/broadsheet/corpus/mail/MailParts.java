package broadsheet.corpus.mail;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import broadsheet.corpus.text.Paragraphs;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Collects the texts of a message and chooses between the forms of the same text. */
final class MailParts {
  /** A plain form that only says to use another program is shorter than this part of the page. */
  private static final double SHORT = 0.3;

  private static final Pattern FLOWED = Pattern.compile("[ \\t]+\\R(?!\\R)");

  /** A text and whether it is one of several forms. */
  private record Text(List<String> paragraphs, boolean isPage, boolean isAlternative) {
    int length() {
      return paragraphs.stream().mapToInt(String::length).sum();
    }
  }

  private final List<Text> texts = new ArrayList<>();

  /** Adds a text in plain form. */
  void addPlain(String text, boolean isFlowed, boolean isAlternative) {
    String joined = isFlowed ? FLOWED.matcher(text).replaceAll(" ") : text;
    texts.add(new Text(Paragraphs.of(Markup.lines(joined)), false, isAlternative));
  }

  void addPage(String html, boolean isAlternative) {
    texts.add(new Text(Markup.paragraphs("<p>" + html), true, isAlternative));
  }

  /** The paragraphs of all texts in order, each in its best form. */
  List<String> paragraphs() {
    int plain = length(false);
    int page = length(true);
    boolean isPageBetter = plain < SHORT * page;
    return CleanText.lines(
        texts.stream()
            .filter(text -> !text.isAlternative() || text.isPage() == isPageBetter)
            .flatMap(text -> text.paragraphs().stream())
            .toList());
  }

  private int length(boolean isPage) {
    return texts.stream()
        .filter(text -> text.isAlternative() && text.isPage() == isPage)
        .mapToInt(Text::length)
        .sum();
  }
}
