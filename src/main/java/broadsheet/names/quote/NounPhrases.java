package broadsheet.names.quote;

/**
 * Reads the noun phrases around names: {@code the lawyer Ada Smith (D-Ohio), a friend of his,}. All
 * methods take and return numbers of words, below 0 for none. Immutable.
 */
record NounPhrases(MentionedWords words) {

  /** The longest phrase, in words. */
  private static final int LONGEST = 14;

  /** The longest description between commas, in words and marks. */
  private static final int LONGEST_DESCRIPTION = 22;

  private static final int MOST_BESIDE_A_VERB = 3;

  /**
   * The word after the name that a phrase ends with: of {@code the lawyer Ada Smith} the word after
   * {@code Smith}. Below 0 if the phrase ends without a name, or goes on with another.
   */
  int endOfName(int from) {
    int at = from;
    int name = -1;
    while (at < from + LONGEST && words.goesOn(at)) {
      int closed = afterParenthesis(at);
      if (words.mention(at) >= 0) {
        at = words.mentionEnd(at);
        name = at;
      } else if (closed >= 0 && words.goesOn(closed) && !ends(closed)) {
        name = -1;
        at = closed;
      } else if (ends(at)) {
        break;
      } else {
        name = -1;
        at++;
      }
    }
    return isAnotherNext(at) ? -1 : name;
  }

  private boolean isAnotherNext(int word) {
    boolean isLink = words.is(word, "and") || words.is(word, "or") || words.is(word, "&");
    return words.goesOn(word)
        && isLink
        && (words.isCapital(word + 1) || words.mention(word + 1) >= 0);
  }

  /** The word after a phrase. */
  int end(int from) {
    int at = from;
    while (at < from + LONGEST && words.goesOn(at) && !ends(at)) {
      at++;
    }
    return at;
  }

  private boolean ends(int word) {
    return !isInside(word) || SpeechWords.isSaying(words.lower(word)) || isBesideAVerb(word);
  }

  /** Whether a word is part of a noun phrase, and neither its end nor its beginning. */
  private boolean isInside(int word) {
    if (words.is(word, "of")) {
      return isOfTitle(word);
    }
    return words.isWord(word)
        ? !SpeechWords.endsAName(words.lower(word))
        : words.is(word, "-") || words.isApostrophe(word);
  }

  /** Whether it is the {@code of} of {@code Secretary of State}. */
  private boolean isOfTitle(int of) {
    return words.isCapital(of - 1) && words.isCapital(of + 1) && words.mention(of - 1) < 0;
  }

  /** The word before the phrase that ends with a name. */
  int before(int start, int name) {
    int at = words.mentionStart(name) - 1;
    while (at >= start && isInside(at)) {
      at--;
    }
    return at;
  }

  /** Whether the phrase that ends with a name is no complement, as in {@code wife of Ada}. */
  boolean isSubject(int start, int name) {
    int before = before(start, name);
    return before < start || !SpeechWords.isPreposition(words.lower(before));
  }

  /** The word after words such as {@code has also}, which may stand between subject and verb. */
  int afterAdverbs(int from) {
    int at = from;
    while (at < from + MOST_BESIDE_A_VERB && isBesideAVerb(at)) {
      at++;
    }
    return at;
  }

  /** The word before such words. */
  int beforeAdverbs(int start, int verb) {
    int at = verb - 1;
    while (at >= start && at > verb - 1 - MOST_BESIDE_A_VERB && isBesideAVerb(at)) {
      at--;
    }
    return at;
  }

  private boolean isBesideAVerb(int word) {
    String lower = words.lower(word);
    return words.goesOn(word)
        && words.mention(word) < 0
        && (SpeechWords.isBesideAVerb(lower) || lower.endsWith("ly"));
  }

  /** The word after a parenthesis that opens here. */
  int afterParenthesis(int open) {
    if (words.is(open, "(")) {
      for (int at = open + 1; at < open + LONGEST && words.goesOn(at); at++) {
        if (words.is(at, ")")) {
          return at + 1;
        }
      }
    }
    return -1;
  }

  /** The word before a parenthesis that closes here. */
  int beforeParenthesis(int start, int close) {
    for (int at = close - 1; at >= start && at > close - LONGEST; at--) {
      if (words.is(at, "(")) {
        return at - 1;
      }
    }
    return -1;
  }

  /** The verb of saying after a description between commas, such as {@code , a lawyer, said}. */
  int verbAfterDescription(int comma) {
    for (int at = comma + 2; at < comma + LONGEST_DESCRIPTION && words.goesOn(at); at++) {
      int verb = words.is(at, ",") ? afterAdverbs(at + 1) : at;
      if (words.goesOn(verb) && verb > at && SpeechWords.isSaying(words.lower(verb))) {
        return isDescription(comma + 1, at) ? verb : -1;
      }
      if (words.isBreak(at)) {
        return -1;
      }
    }
    return -1;
  }

  /**
   * A word of the name before a description between commas, {@code Ada Smith, a lawyer,}, or of the
   * name between commas, {@code the lawyer, Ada Smith,}.
   *
   * @param close the second comma
   */
  int nameBesideDescription(int start, int close) {
    for (int at = close - 1; at > start && at > close - LONGEST_DESCRIPTION; at--) {
      if (words.is(at, ",")) {
        if (words.mention(at - 1) >= 0) {
          return isDescription(at + 1, close) ? at - 1 : -1;
        }
        boolean isName = words.mention(close - 1) >= 0 && endOfName(at + 1) == close;
        return isName && isInside(at + 1) && isNoun(at - 1) ? close - 1 : -1;
      }
    }
    return -1;
  }

  /** Whether these words describe somebody, rather than name somebody else. */
  private boolean isDescription(int from, int to) {
    return words.isWord(from)
        && !words.is(from, "and")
        && !words.is(from, "but")
        && (!words.isCapital(from) || words.mention(to - 1) < 0);
  }

  private boolean isNoun(int word) {
    return words.isWord(word) && !words.isCapital(word) && isInside(word);
  }
}
