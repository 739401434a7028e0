package broadsheet.names.tag;

import broadsheet.names.tag.ArticleNames.NameSpan;
import broadsheet.names.word.KnownNames;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds runs of words with capitals in a sentence, with the small words inside names: {@code of},
 * {@code and}, {@code de}, {@code al-}. {@link RunParts} cuts them into names.
 */
record CapitalRuns(TaggedWords sentence) {

  /** Small words that begin surnames in English text: {@code de Blasio}. */
  private static final Set<String> PARTICLES = Set.of("de", "van", "von", "bin", "di", "der");

  /** Words that {@code on} follows within a name: {@code Council on Foreign Relations}. */
  private static final Set<String> ON =
      Set.of("Council", "Committee", "Commission", "Conference", "Agreement", "Subcommittee");

  private static final int MOST_PARTNERS = 3;
  private static final int MOST_OF_KNOWN = 8;

  private static final Set<String> SYLLABLES =
      Set.of(
          "un", "il", "moon", "in", "hye", "tung", "jung", "hee", "wook", "chul", "woo", "ho",
          "soo", "young", "lai", "min", "nam", "jin", "kyu", "shek", "pil", "dong", "sung", "hyun",
          "jong");

  /** Trades that {@code and} joins within a company's name: {@code Savings and Loan}. */
  private static final Set<String> TRADES =
      Set.of(
          ("Savings Securities Telephone Telegraph Oil Gas Power Electric Chemical Mining Steel"
                  + " Petroleum Food Foods Drug Trust Research Insurance Hongkong Light Loan"
                  + " Commercial Industrial Science Arts Ways Oversight Citizenship Immigration"
                  + " Housing Health Energy Education Labor Banking Agriculture Commerce"
                  + " Transportation Fisheries Trade Parks Allergy Medicare")
              .split(" ", -1));

  /**
   * The names.
   *
   * @param plain takes words that are names only where the article has a fuller form
   */
  List<NameSpan> names(List<NameSpan> plain) {
    List<NameSpan> names = new ArrayList<>();
    int at = 0;
    while (at < sentence.size()) {
      if (begins(at)) {
        int end = end(at);
        new RunParts(sentence, at, end, plain).addTo(names);
        at = end;
      } else {
        at++;
      }
    }
    return names;
  }

  private boolean begins(int at) {
    return sentence.isCapital(at)
        || (isArticleOfArabic(at) && !sentence.isGlued(at))
        || (PARTICLES.contains(sentence.at(at).text()) && sentence.isCapital(at + 1));
  }

  /** Whether it is the {@code al} of {@code al-Assad}. */
  private boolean isArticleOfArabic(int at) {
    return sentence.is(at, "al")
        && sentence.is(at + 1, "-")
        && sentence.isGlued(at + 1)
        && sentence.isGlued(at + 2)
        && sentence.isCapital(at + 2);
  }

  private int end(int from) {
    int to = isArticleOfArabic(from) ? from + 3 : from + 1;
    while (true) {
      int next = further(from, to);
      if (next == to) {
        return to;
      }
      to = next;
    }
  }

  /** The end with what follows, if that is part of the run; else the same end. */
  private int further(int from, int to) {
    NameWord next = sentence.at(to);
    if (next.isCapital()) {
      return to + 1;
    }
    if (next.is("-")) {
      return isOneWord(to) || isKorean(from, to) ? to + 2 : to;
    }
    if (isArticleOfArabic(to)) {
      return to + 3;
    }
    if (next.is(Trait.CONNECTOR) && next.shape() == WordShape.SMALL) {
      return afterConnector(to);
    }
    NameWord last = sentence.at(to - 1);
    return switch (next.text()) {
      case "&" -> sentence.isCapital(to + 1) ? to + 2 : to;
      case "of" -> last.is(Trait.HEAD) || hasLink(from, to) ? afterArticle(to + 1, to) : to;
      case "on" -> ON.contains(last.text()) ? afterArticle(to + 1, to) : to;
      case "for" -> last.is(Trait.FOR) ? afterArticle(to + 1, to) : to;
      case "and" -> sentence.isCapital(to + 1) && isOneName(from, to) ? to + 2 : to;
      case "," -> isSuffix(sentence.at(to + 1)) ? to + 2 : afterPartners(to);
      case "'s", "\u2019s" -> afterPossessive(last, from, to);
      case "'", "\u2019" ->
          last.is(Trait.GROUP) && sentence.isGlued(to) && sentence.isCapital(to + 1) ? to + 2 : to;
      default -> to;
    };
  }

  /** Both sides of a hyphen are one word, unless both are countries: {@code U.S.-China}. */
  private boolean isOneWord(int hyphen) {
    if (!sentence.isGlued(hyphen)
        || !sentence.isGlued(hyphen + 1)
        || !sentence.isCapital(hyphen + 1)) {
      return false;
    }
    return !isOfCountry(sentence.at(hyphen - 1)) || !isOfCountry(sentence.at(hyphen + 1));
  }

  /** Whether a small syllable ends a given name: {@code Kim Jong-un}. */
  private boolean isKorean(int from, int hyphen) {
    return hyphen - from > 1
        && sentence.isGlued(hyphen)
        && sentence.isGlued(hyphen + 1)
        && SYLLABLES.contains(sentence.at(hyphen + 1).text());
  }

  private static boolean isOfCountry(NameWord word) {
    return word.is(Trait.COUNTRY) || word.is(Trait.DEMONYM) || word.is("EU") || word.is("U.N.");
  }

  private int afterConnector(int connector) {
    if (sentence.isCapital(connector + 1)) {
      return connector + 2;
    }
    boolean two = sentence.at(connector + 1).is(Trait.CONNECTOR);
    return two && sentence.isCapital(connector + 2) ? connector + 3 : connector;
  }

  private int afterArticle(int at, int otherwise) {
    int next = sentence.is(at, "the") ? at + 1 : at;
    return sentence.isCapital(next) && !sentence.at(next).is(Trait.CALENDAR) ? next + 1 : otherwise;
  }

  private int afterPossessive(NameWord last, int from, int to) {
    NameWord before = sentence.at(to - 2);
    boolean first = to - from == 1 || before.is("and") || before.is("&");
    if (last.is(Trait.POSSESSIVE) && first) {
      return to + 1;
    }
    return last.is(Trait.GROUP) && sentence.isCapital(to + 1) ? to + 2 : to;
  }

  /** The end of {@code Peabody and Co} after {@code Kidder,}; the same place if it is no firm. */
  private int afterPartners(int comma) {
    int at = comma + 1;
    while (sentence.isCapital(at) && at - comma <= MOST_PARTNERS) {
      at++;
    }
    boolean firm =
        at > comma + 1
            && (sentence.is(at, "and") || sentence.is(at, "&"))
            && sentence.at(at + 1).text().startsWith("Co")
            && sentence.at(at + 1).is(Trait.CORPORATE);
    return firm ? at + 2 : comma;
  }

  private static boolean isSuffix(NameWord word) {
    return word.is(Trait.FAMILY) || word.is("Inc.") || word.is("Inc") || word.is("Ltd.");
  }

  /**
   * Whether {@code and} stands inside one name: the gazetteer has it, the tagger says so, or a
   * plain word precedes it and an organisation's word ends what follows.
   */
  private boolean isOneName(int from, int and) {
    if (sentence.isInLonger(and) || sentence.at(and + 1).is("Co") || isKnown(from, and)) {
      return true;
    }
    NameWord left = sentence.at(and - 1);
    NameWord right = sentence.at(and + 1);
    boolean plain =
        left.is(Trait.SMALL) || left.is(Trait.PORTFOLIO) || TRADES.contains(left.text());
    if (plain
        && ((hasLink(from, and) && right.is(Trait.SMALL))
            || (left.is(Trait.PORTFOLIO) && right.is(Trait.PORTFOLIO)))) {
      return true;
    }
    int last = and + 1;
    while (sentence.isCapital(last + 1)) {
      last++;
    }
    boolean organisation =
        (sentence.at(last).is(Trait.ORGANISATION) && last > and + 1)
            || sentence.at(last).is(Trait.CORPORATE);
    return (plain && organisation && !left.is(Trait.TITLE) && !left.is(Trait.DEMONYM))
        || (Tag.isInside(sentence.tag(and)) && !left.is(Trait.ORGANISATION) && and - from == 1);
  }

  /** Whether words of the run around {@code and} are a listed name. */
  private boolean isKnown(int from, int and) {
    int to = and + 2;
    while (true) {
      for (int start = Math.max(from, and - MOST_OF_KNOWN); start < and; start++) {
        if (KnownNames.of(FoundName.surface(sentence.words(start, to))).isPresent()) {
          return true;
        }
      }
      if (!sentence.isCapital(to) || to - and > MOST_OF_KNOWN) {
        return false;
      }
      to++;
    }
  }

  /** Whether the run has {@code of} or {@code for} before. */
  private boolean hasLink(int from, int to) {
    for (int i = from; i < to; i++) {
      if (sentence.is(i, "of") || sentence.is(i, "for")) {
        return true;
      }
    }
    return false;
  }
}
