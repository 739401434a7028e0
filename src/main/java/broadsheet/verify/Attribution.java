package broadsheet.verify;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the one who says a quotation, by what stands near it in its text: a name and a verb of
 * saying, after it or before it. Stateless.
 *
 * @param speaker as the text names them; empty if it names nobody beside the quotation
 * @param isBeside whether the name is in the sentence of the quotation; otherwise a pronoun is, or
 *     nothing, and the name stands before
 */
record Attribution(String speaker, boolean isBeside) {

  private static final Attribution NOBODY = new Attribution("", false);

  /** The text beside a quotation that is looked at, in UTF-16 units. */
  private static final int AFTER = 160;

  private static final int BEFORE = 220;

  /** The text before it in which the one is named whom a pronoun means. */
  private static final int FURTHER = 600;

  private static final String PARTICLES =
      "de|da|di|del|van|von|der|den|la|le|al|el|bin|ben|of|af|ten";

  private static final Pattern NAME =
      Pattern.compile(
          "\\p{Lu}[\\p{L}\\p{M}.’'-]*\\p{L}\\.?(?:[ \\u00a0]+(?:(?:"
              + PARTICLES
              + ")[ ]+)?(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}.’'-]*\\p{L})){0,4}");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}’'-]+");

  /**
   * The attribution of a quotation.
   *
   * @param text the text of an article or a draft
   * @param start the first character of the quotation, without its marks
   * @param end the place after the last
   */
  static Attribution of(String text, int start, int end) {
    String after = after(text, end);
    Optional<String> behind = behind(after);
    if (behind.isPresent()) {
      return new Attribution(behind.get(), true);
    }
    String before = before(text, start);
    Optional<String> ahead = ahead(before);
    if (ahead.isPresent()) {
      return new Attribution(ahead.get(), true);
    }
    String further =
        text.substring(Math.max(0, start - FURTHER), Math.max(0, start - before.length()));
    return lastName(further + before).map(name -> new Attribution(name, false)).orElse(NOBODY);
  }

  boolean isNobody() {
    return speaker.isEmpty();
  }

  private static String after(String text, int end) {
    String rest = text.substring(end, Math.min(text.length(), end + AFTER));
    int line = rest.indexOf('\n');
    String paragraph = line < 0 ? rest : rest.substring(0, line);
    int from = 0;
    while (from < paragraph.length() && !Character.isLetterOrDigit(paragraph.charAt(from))) {
      from++;
    }
    int to = from;
    while (to < paragraph.length() && "“„«\"「".indexOf(paragraph.charAt(to)) < 0) {
      to++;
    }
    return paragraph.substring(from, to);
  }

  private static String before(String text, int start) {
    String rest = text.substring(Math.max(0, start - BEFORE), start);
    int line = rest.lastIndexOf('\n');
    String paragraph = rest.substring(line + 1);
    int close = -1;
    for (int i = 0; i < paragraph.length() - 3; i++) {
      close = "”»\"」".indexOf(paragraph.charAt(i)) >= 0 ? i : close;
    }
    return paragraph.substring(close + 1);
  }

  /** {@code said Ada Smith, …}; {@code Smith said}; {@code Smith, a lawyer, said}. */
  private static Optional<String> behind(String after) {
    int verb = -1;
    int words = 0;
    Matcher word = WORD.matcher(after);
    while (word.find() && words < 14) {
      if (AttributionWords.isSaying(folded(word.group()))) {
        verb = word.start();
        break;
      }
      words++;
    }
    if (verb < 0) {
      return Optional.empty();
    }
    String subject = after.substring(0, verb);
    Optional<String> name = firstName(subject);
    if (name.isPresent() || hasPronoun(subject)) {
      return name;
    }
    String object = after.substring(verb);
    int stop = object.indexOf(". ");
    return words > 3 ? Optional.empty() : firstName(stop < 8 ? object : object.substring(0, stop));
  }

  /** {@code Ada Smith said: “…}. */
  private static Optional<String> ahead(String before) {
    Matcher word = WORD.matcher(before);
    int verb = -1;
    int end = -1;
    while (word.find()) {
      if (AttributionWords.isSaying(folded(word.group()))) {
        verb = word.start();
        end = word.end();
      }
    }
    if (verb < 0) {
      return Optional.empty();
    }
    int sentence = Math.max(before.lastIndexOf("? ", verb), before.lastIndexOf("! ", verb));
    String subject = before.substring(Math.max(0, sentence), verb);
    Optional<String> name = lastName(subject);
    if (name.isPresent() || hasPronoun(subject)) {
      return name;
    }
    return firstName(before.substring(end));
  }

  private static boolean hasPronoun(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      if (AttributionWords.isPronoun(folded(word.group()))) {
        return true;
      }
    }
    return false;
  }

  private static Optional<String> firstName(String text) {
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      Optional<String> bare = bare(name.group());
      if (bare.isPresent()) {
        return bare;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> lastName(String text) {
    Optional<String> last = Optional.empty();
    Matcher name = NAME.matcher(text);
    while (name.find()) {
      Optional<String> bare = bare(name.group());
      last = bare.isPresent() ? bare : last;
    }
    return last;
  }

  /** A name without words around it that are none. */
  private static Optional<String> bare(String name) {
    String[] words = name.replaceAll("[’']s$", "").split("[ \\u00a0]+", -1);
    int from = 0;
    while (from < words.length && AttributionWords.isOther(folded(words[from]))) {
      from++;
    }
    String rest = String.join(" ", Arrays.copyOfRange(words, from, words.length));
    boolean isTitle = SpeakerName.significant(rest).isEmpty();
    return rest.isEmpty() || isTitle ? Optional.empty() : Optional.of(rest);
  }

  private static String folded(String word) {
    return ComparedWords.of(word).all().stream()
        .findFirst()
        .map(ComparedWord::word)
        .orElse(word.toLowerCase(Locale.ROOT));
  }
}
