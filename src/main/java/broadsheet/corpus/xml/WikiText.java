package broadsheet.corpus.xml;

import broadsheet.corpus.text.CleanText;
import broadsheet.corpus.text.Markup;
import java.util.List;
import java.util.regex.Pattern;

/** Reads wikitext as plain paragraphs: no templates, tables, notes, pictures or categories. */
final class WikiText {
  private static final Pattern REDIRECT =
      Pattern.compile(
          "(?iu)\\s*#(?:redirect|weiterleitung|redirection|redirección|patrz|rinvia)\\b.*");

  private static final Pattern DROPPED =
      Pattern.compile(
          "(?is)<!--.*?-->|<ref\\b[^>]*/>|<ref\\b.*?</ref>|<(math|gallery|timeline)\\b.*?</\\1>|__[A-Z]+__");

  private static final Pattern CATEGORY =
      Pattern.compile(
          "(?iu)\\[\\[(?:category|kategorie|catégorie|categoría|categoria|kategoria|категория):(?<name>[^\\]|]+)[^\\]]*\\]\\]");

  private static final Pattern FILE =
      Pattern.compile(
          "(?iu)(?:file|image|datei|bild|fichier|archivo|imagen|immagine|plik|файл):.*|[\\p{L}-]{2,14}:\\S.*");

  private static final Pattern EXTERNAL = Pattern.compile("\\[(?:https?:)?//\\S+ ?([^\\]]*)\\]");
  private static final Pattern HEADING = Pattern.compile("(?m)^=+\\s*(.*?)\\s*=+\\s*$");
  private static final Pattern QUOTES = Pattern.compile("'{2,5}");
  private static final Pattern LIST = Pattern.compile("(?m)^[*#:;]+\\s*");

  private WikiText() {}

  static boolean isRedirect(String source) {
    return REDIRECT.matcher(source.length() > 200 ? source.substring(0, 200) : source).lookingAt();
  }

  static List<String> categories(String source) {
    return CATEGORY
        .matcher(source)
        .results()
        .map(m -> CleanText.line(m.group(1)))
        .distinct()
        .toList();
  }

  static List<String> paragraphs(String source) {
    String text = DROPPED.matcher(source).replaceAll("");
    text = withoutNested(text, "{{", "}}");
    text = withoutNested(text, "{|", "|}");
    text = withoutLinks(text);
    text = EXTERNAL.matcher(text).replaceAll("$1");
    text = HEADING.matcher(text).replaceAll("$1");
    text = QUOTES.matcher(text).replaceAll("");
    text = LIST.matcher(text).replaceAll("");
    return CleanText.lines(
        Markup.lines(text).stream().flatMap(line -> Markup.paragraphs(line).stream()).toList());
  }

  /** The text outside of balanced brackets; an unbalanced one stays. */
  private static String withoutNested(String text, String open, String close) {
    StringBuilder outside = new StringBuilder(text.length());
    int depth = 0;
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.startsWith(open, i)) {
        start = depth == 0 ? i : start;
        depth++;
        i++;
      } else if (depth > 0 && text.startsWith(close, i)) {
        depth--;
        i++;
      } else if (depth == 0) {
        outside.append(text.charAt(i));
      }
    }
    return depth > 0 ? outside + text.substring(start) : outside.toString();
  }

  /** Links leave their words; pictures, categories and other languages leave nothing. */
  private static String withoutLinks(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf("[[", at);
      if (open < 0) {
        break;
      }
      int end = end(text, open);
      plain.append(text, at, open);
      plain.append(words(text.substring(open + 2, Math.max(open + 2, end - 2))));
      at = end;
    }
    return plain.append(text, Math.min(at, text.length()), text.length()).toString();
  }

  /** The end of a link, in which others may be nested, as in the caption of a picture. */
  private static int end(String text, int open) {
    int depth = 0;
    for (int i = open; i + 1 < text.length(); i++) {
      if (text.startsWith("[[", i)) {
        depth++;
        i++;
      } else if (text.startsWith("]]", i)) {
        depth--;
        i++;
        if (depth == 0) {
          return i + 1;
        }
      }
    }
    return open + 2;
  }

  private static String words(String link) {
    int bar = link.lastIndexOf('|');
    String shown = bar < 0 ? link : link.substring(bar + 1);
    boolean isSpecial = bar < 0 || !link.startsWith("Special:");
    return isSpecial && FILE.matcher(link).matches() ? "" : shown;
  }
}
