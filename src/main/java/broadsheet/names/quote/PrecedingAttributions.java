package broadsheet.names.quote;

import broadsheet.names.quote.SpokenQuotes.Attribution;
import broadsheet.names.quote.SpokenQuotes.Quotation;
import java.util.Optional;

/**
 * Finds the speaker who is named before a quotation, in its sentence: {@code Ada Smith, a lawyer,
 * told the court: "…"}. Finds none where another reading is possible. Immutable.
 */
record PrecedingAttributions(MentionedWords words, NounPhrases phrases) {

  /** The longest distance in words from a verb to a quotation behind a colon. */
  private static final int LONGEST_CLAUSE = 30;

  /** The longest distance in words from a verb to a quotation behind a comma. */
  private static final int LONGEST_CIRCUMSTANCE = 10;

  /** The attribution of a quotation; empty if nobody is named. */
  Optional<Attribution> of(Quotation quotation) {
    int end = quotation.open();
    int start = sentenceStart(end);
    int verb = lastOfSpeech(start, end);
    if (verb < 0 || isRest(start, quotation) || !leadsTo(verb, quotation)) {
      return Optional.empty();
    }
    if (SpeechWords.isGoingOn(words.lower(verb)) && words.is(verb - 1, ",")) {
      verb = lastOfSpeech(start, verb);
    }
    boolean isFinite = verb >= 0 && SpeechWords.isSaying(words.lower(verb));
    int name = isFinite ? subject(start, verb) : -1;
    return name < 0 ? Optional.empty() : Optional.of(new Attribution(words.mention(name), end - 1));
  }

  /**
   * Whether words before a quotation, in its sentence, may say whose it is, or make it a part of
   * another speech.
   */
  boolean mayPrecede(Quotation quotation) {
    int start = sentenceStart(quotation.open());
    boolean isPart = start < quotation.open() && !words.isCapital(quotation.open() + 1);
    return isPart || lastOfSpeech(start, quotation.open()) >= 0;
  }

  /** Whether a quotation is the rest of a sentence that another one began. */
  private boolean isRest(int start, Quotation quotation) {
    return words.isQuotationMark(start - 1) && !words.isCapital(quotation.open() + 1);
  }

  private int sentenceStart(int end) {
    int at = end;
    while (words.goesOn(at)
        && !words.endsSentence(at - 1)
        && !words.is(at - 1, ";")
        && !words.isQuotationMark(at - 1)) {
      at--;
    }
    return at;
  }

  private int lastOfSpeech(int start, int end) {
    for (int at = end - 1; at >= start; at--) {
      if (words.mention(at) < 0 && SpeechWords.isOfSpeech(words.lower(at))) {
        return at;
      }
    }
    return -1;
  }

  /** Whether a quotation is what a verb of saying introduces. */
  private boolean leadsTo(int verb, Quotation quotation) {
    int open = quotation.open();
    int between = open - 1 - verb;
    if (between == 0) {
      return words.isCapital(open + 1) && endsSentence(quotation);
    }
    if (words.is(open - 1, ":")) {
      return between <= LONGEST_CLAUSE;
    }
    if (words.is(open - 1, ",")) {
      boolean isBrief =
          SpeechWords.isTelling(words.lower(verb))
              || SpeechWords.isCircumstance(words.lower(verb + 1));
      return between == 1 || (between <= LONGEST_CIRCUMSTANCE && isBrief);
    }
    return between == 1 && words.is(open - 1, "that") && endsSentence(quotation);
  }

  private boolean endsSentence(Quotation quotation) {
    int after = quotation.close() + 1;
    return words.endsSentence(quotation.close() - 1)
        || words.endsSentence(after)
        || !words.goesOn(after);
  }

  /** A word of the name that is the subject of a verb; below 0 if no name is. */
  private int subject(int start, int verb) {
    int at = phrases.beforeAdverbs(start, verb);
    if (words.is(at, ",")) {
      at = phrases.nameBesideDescription(start, at);
    } else if (words.is(at, ")")) {
      at = phrases.beforeParenthesis(start, at);
    }
    if (at < start || words.mention(at) < 0) {
      return -1;
    }
    int before = phrases.before(start, at);
    boolean isOfAnother =
        before > start && words.is(before, "of") && words.mention(before - 1) >= 0;
    int name = isOfAnother ? before - 1 : at;
    return phrases.isSubject(start, name) ? name : -1;
  }
}
