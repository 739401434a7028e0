package broadsheet.names.quote;

import broadsheet.names.Mention;
import broadsheet.names.NamedPart;
import broadsheet.names.word.NameText;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The words of an article's body with the mentions among them. Immutable. */
final class MentionedWords {

  private static final int NONE = -1;

  private final String text;
  private final NameText words;

  /** The number of the mention that each word belongs to. */
  private final int[] mention;

  MentionedWords(String body, List<Mention> mentions) {
    text = body;
    words = NameText.of(body);
    mention = new int[words.size()];
    Arrays.fill(mention, NONE);
    int word = 0;
    for (int i = 0; i < mentions.size(); i++) {
      Mention each = mentions.get(i);
      if (each.part() == NamedPart.BODY) {
        while (word < words.size() && words.end(word) <= each.start()) {
          word++;
        }
        for (; word < words.size() && words.start(word) < each.end(); word++) {
          mention[word] = i;
        }
      }
    }
  }

  int size() {
    return words.size();
  }

  int start(int word) {
    return words.start(word);
  }

  int end(int word) {
    return words.end(word);
  }

  boolean beginsParagraph(int word) {
    return words.beginsParagraph(word);
  }

  /** Whether there is such a word in the same paragraph as the one before it. */
  boolean goesOn(int word) {
    return word > 0 && word < size() && !words.beginsParagraph(word);
  }

  /** Whether a word is this one, with or without capitals. */
  boolean is(int word, String small) {
    return word >= 0
        && word < size()
        && end(word) - start(word) == small.length()
        && text.regionMatches(true, start(word), small, 0, small.length());
  }

  /** The word without capitals; empty beyond the text. */
  String lower(int word) {
    return word < 0 || word >= size() ? "" : words.word(word).toLowerCase(Locale.ROOT);
  }

  boolean isCapital(int word) {
    return word >= 0 && word < size() && Character.isUpperCase(text.codePointAt(start(word)));
  }

  /** Whether a word has at most three letters, as small words in titles have. */
  boolean isShort(int word) {
    return end(word) - start(word) <= 3;
  }

  boolean isWord(int word) {
    return word >= 0 && word < size() && Character.isLetterOrDigit(text.codePointAt(start(word)));
  }

  boolean isQuotationMark(int word) {
    return is(word, "\"") || is(word, "\u201C") || is(word, "\u201D");
  }

  boolean isDash(int word) {
    return is(word, "\u2014") || is(word, "\u2013") || is(word, "-");
  }

  /** Whether it is an apostrophe or a possessive {@code 's}. */
  boolean isApostrophe(int word) {
    return is(word, "'") || is(word, "\u2019") || is(word, "'s") || is(word, "\u2019s");
  }

  boolean endsSentence(int word) {
    return is(word, ".") || is(word, "?") || is(word, "!");
  }

  /** Whether a sentence or clause ends here, or a quotation begins or ends. */
  boolean isBreak(int word) {
    return endsSentence(word) || is(word, ";") || is(word, ":") || isQuotationMark(word);
  }

  /** The mention that a word belongs to; below 0 if it belongs to none. */
  int mention(int word) {
    return word < 0 || word >= size() ? NONE : mention[word];
  }

  /** The first word of the mention that a word belongs to. */
  int mentionStart(int word) {
    int first = word;
    while (first > 0 && mention[first - 1] == mention[word]) {
      first--;
    }
    return first;
  }

  /** The word after the mention that a word belongs to. */
  int mentionEnd(int word) {
    int next = word;
    while (next < size() && mention[next] == mention[word]) {
      next++;
    }
    return next;
  }

  /** The character before a word; a line feed at the start. */
  char characterBefore(int word) {
    return start(word) == 0 ? '\n' : text.charAt(start(word) - 1);
  }

  /** The character after a word; a line feed at the end. */
  char characterAfter(int word) {
    return end(word) == text.length() ? '\n' : text.charAt(end(word));
  }
}
