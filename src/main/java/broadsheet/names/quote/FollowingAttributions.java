package broadsheet.names.quote;

import broadsheet.names.quote.SpokenQuotes.Attribution;
import broadsheet.names.quote.SpokenQuotes.Quotation;
import java.util.Optional;

/**
 * Finds the speaker who is named after a quotation: {@code "…," said the lawyer Ada Smith}, {@code
 * "…," Ada Smith, a lawyer, told the court}. Finds none where another reading is possible.
 * Immutable.
 */
record FollowingAttributions(MentionedWords words, NounPhrases phrases) {

  /** The longest distance in words from a quotation to a verb that belongs to it. */
  private static final int FEW = 6;

  /** The longest distance in words from an attribution to the rest of the speech. */
  private static final int LONGEST_CLAUSE = 30;

  /** The attribution of a quotation; empty if nobody is named. */
  Optional<Attribution> of(Quotation quotation) {
    int at = quotation.close() + 1;
    boolean isOpenEnded = isOpenEnd(quotation.close() - 1);
    if (words.goesOn(at) && (words.is(at, ",") || words.isDash(at))) {
      at++;
      isOpenEnded = true;
    }
    if (!words.goesOn(at)) {
      return Optional.empty();
    }
    if (SpeechWords.isSaying(words.lower(at)) && !words.isCapital(at)) {
      return verbFirst(at + 1);
    }
    return isOpenEnded ? nameFirst(at) : Optional.empty();
  }

  /** Whether a quotation that ends with this mark leaves its sentence open. */
  private boolean isOpenEnd(int word) {
    return words.is(word, ",") || words.is(word, "?") || words.is(word, "!") || words.isDash(word);
  }

  private Optional<Attribution> verbFirst(int from) {
    int end = phrases.endOfName(phrases.afterAdverbs(from));
    return end < 0
        ? Optional.empty()
        : Optional.of(new Attribution(words.mention(end - 1), end - 1));
  }

  private Optional<Attribution> nameFirst(int from) {
    int end = phrases.endOfName(from);
    int verb = end < 0 ? -1 : verb(end);
    return verb >= 0 && SpeechWords.isSaying(words.lower(verb)) && endsAttribution(verb)
        ? Optional.of(new Attribution(words.mention(end - 1), verb))
        : Optional.empty();
  }

  /** The verb of the name that ends before a word; below 0 if there is none. */
  private int verb(int end) {
    int at = words.is(end, "of") ? phrases.end(end + 1) : end;
    if (words.is(at, ",")) {
      return phrases.verbAfterDescription(at);
    }
    int verb = phrases.afterAdverbs(words.is(at, "(") ? phrases.afterParenthesis(at) : at);
    return words.goesOn(verb) ? verb : -1;
  }

  /** Whether a verb of saying says nothing but that the quotation was said, and opens no other. */
  private boolean endsAttribution(int verb) {
    int next = verb + 1;
    String lower = words.lower(next);
    return !words.goesOn(next)
        || (!words.isWord(next) && !words.is(next, ":"))
        || SpeechWords.isTelling(words.lower(verb))
        || SpeechWords.isCircumstance(lower)
        || lower.endsWith("ly")
        || lower.endsWith("ing");
  }

  /** Whether an attribution follows a quotation, whoever it names: {@code "…," she said}. */
  boolean isBehind(Quotation quotation) {
    int at = quotation.close() + 1;
    if (words.is(at, ",")) {
      at++;
    }
    if (words.is(quotation.close() - 1, ".") && words.isCapital(at)) {
      return false; // another sentence
    }
    for (int i = 0; i < FEW && words.goesOn(at + i) && !words.isBreak(at + i); i++) {
      if (SpeechWords.isSaying(words.lower(at + i))) {
        return !words.is(at + i + 1, ":");
      }
    }
    return false;
  }

  /** Whether a quotation goes on with what was said before an attribution. */
  boolean goesOn(Attribution attribution, Quotation next) {
    int last = next.open() - 1;
    boolean isInNextSentence = words.is(last, ".") || words.is(last, ":");
    if (!words.goesOn(next.open()) || last > attribution.last() + LONGEST_CLAUSE) {
      return false;
    }
    for (int at = attribution.last() + 1; at <= last; at++) {
      boolean isEnd = at == last && isInNextSentence;
      boolean isBroken = words.isBreak(at) && !isEnd;
      if (!words.goesOn(at) || isBroken || SpeechWords.isOfSpeech(words.lower(at))) {
        return false;
      }
    }
    boolean isRest = !words.isCapital(next.open() + 1) || !words.isWord(next.close() - 1);
    return (words.is(last, ",") && isRest)
        || (isInNextSentence && words.endsSentence(next.close() - 1) && !isBehind(next));
  }
}
