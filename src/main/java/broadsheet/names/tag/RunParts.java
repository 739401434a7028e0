package broadsheet.names.tag;

import broadsheet.names.tag.ArticleNames.NameSpan;
import broadsheet.names.word.KnownNames;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.List;
import java.util.Set;

/**
 * Cuts a run of words with capitals into names: offices, forms of address and days are left out,
 * and what precedes an office is a name of its own: {@code Federal Reserve | Chairman | Paul
 * Volcker}.
 *
 * @param plain takes words that are names only where the article has a fuller form: {@code Short}
 *     of Clare Short, {@code the Post} of the Washington Post
 */
record RunParts(TaggedWords sentence, int start, int end, List<NameSpan> plain) {

  private static final int LONGEST = 9;

  private static final Set<String> AMERICA = Set.of("U.S.", "US", "U.K.", "UK");
  private static final Set<String> PARTIES = Set.of("Republican", "Democratic", "GOP");

  private static final Set<String> BEFORE_OFFICE =
      Set.of("Acting", "Former", "Deputy", "Assistant", "Interim", "Ex", "Then", "Vice");

  /** Offices of a portfolio that a party may be called like: {@code Labour Minister}. */
  private static final Set<String> MINISTERS =
      Set.of("Minister", "Ministers", "Secretary", "Department", "Ministry");

  /** Titles that names of other things end with as well. */
  private static final Set<String> ANYWHERE =
      Set.of("Police", "Fire", "Home", "Crown", "General", "Justice", "Cardinal", "Major");

  void addTo(List<NameSpan> names) {
    int from = start;
    boolean titled = false;
    if (followsOffice()) {
      while (from < end && (word(from).is(Trait.PORTFOLIO) || word(from).is("and"))) {
        from++;
        titled = true;
      }
    }
    for (int i = from; i < end; i++) {
      NameWord word = word(i);
      boolean open = i == from && titled;
      if ((word.is(Trait.ADDRESS) && i + 1 < end)
          || isOffice(i)
          || (open
              && word.is(Trait.MODIFIER)
              && !word.is(Trait.FIRST_NAME)
              && !sentence.isPerson(i))) {
        add(names, from, i, titled, true);
        from = i + 1;
        titled = true;
      } else if (isDay(i)) {
        add(names, from, i, titled, false);
        from = i + 1;
        titled = false;
      } else if (i > from && isAnotherName(i)) {
        add(names, from, i, titled, false);
        from = i;
        titled = false;
      }
    }
    add(names, from, end, titled, false);
  }

  private boolean isOfOffice(int i) {
    return word(i).is(Trait.MODIFIER)
        && !(KnownNames.isMember(word(i).text()) && !MINISTERS.contains(word(i + 1).text()))
        && !(word(i).is("Security") && word(i - 1).is("Homeland") && word(i - 2).is("of"));
  }

  private NameWord word(int i) {
    return sentence.at(i);
  }

  /** Whether the run follows {@code secretary of}. */
  private boolean followsOffice() {
    int of = word(start - 1).is("the") ? start - 2 : start - 1;
    return (word(of).is("of") || word(of).is("for")) && word(of - 1).is(Trait.TITLE);
  }

  private boolean isOffice(int i) {
    NameWord word = word(i);
    if (!word.is(Trait.TITLE) || isLinked(i)) {
      return false;
    }
    NameWord next = i + 1 < end ? word(i + 1) : sentence.at(-1);
    if (next.is(Trait.ORGANISATION) || next.is(Trait.THING) || next.is(Trait.PLACE)) {
      return next.is(Trait.FIRST_NAME) && sentence.isPerson(i + 1);
    }
    if (!word.is(Trait.PLAIN_TITLE)) {
      return true;
    }
    boolean last = i > start && i + 1 == end && !ANYWHERE.contains(word.text());
    boolean office =
        last || (i > start && (word(i - 1).is(Trait.MODIFIER) || word(i - 1).is(Trait.TITLE)));
    return office
        || (i + 1 < end
            && (next.is(Trait.FIRST_NAME) || sentence.isPerson(i + 1) || next.is(Trait.TITLE)));
  }

  /** Whether {@code of} or {@code and} stands beside it within the run. */
  private boolean isLinked(int i) {
    return (i > start && (word(i - 1).is("of") || word(i - 1).is("&")))
        || (i + 1 < end && (word(i + 1).is("of") || word(i + 1).is("&")));
  }

  /** A day or month, unless it is a part of a name: {@code Theresa May}, {@code Sunday Times}. */
  private boolean isDay(int i) {
    if (!word(i).is(Trait.CALENDAR) || (i + 1 < end && word(i + 1).is(Trait.ORGANISATION))) {
      return false;
    }
    return i == start || (!word(i - 1).is(Trait.FIRST_NAME) && !word(i - 1).is(Trait.ADDRESS));
  }

  /** Whether the tagger sees a person begin after a name of another kind. */
  private boolean isAnotherName(int i) {
    int before = sentence.tag(i - 1);
    return word(i).isCapital()
        && word(i - 1).isCapital()
        && before != Tag.OUTSIDE
        && !Tag.isInside(sentence.tag(i))
        && sentence.isPerson(i)
        && !word(end - 1).is(Trait.CORPORATE)
        && !sentence.isPerson(i - 1)
        && (word(i).is(Trait.FIRST_NAME) || word(i - 1).is(Trait.COUNTRY));
  }

  private void add(List<NameSpan> names, int start, int end, boolean titled, boolean office) {
    int from = start;
    int to = end;
    while (office && to > from && isOfOffice(to - 1)) {
      to--;
    }
    while (office && from < to && BEFORE_OFFICE.contains(word(from).text())) {
      from++;
    }
    boolean article = false;
    while (from < to
        && (isStart(from, to)
            || (!word(from).isCapital() && (from > this.start || word(from).is("-"))))) {
      article = word(from).lower().equals("the");
      from++;
    }
    while (to > from && isTail(to - 1)) {
      to--;
    }
    if (to - from > 1 && isAmerica(from) && !isKeptAfterAmerica(from + 1)) {
      names.add(new NameSpan(from, from + 1, false, article));
      add(names, from + 1, to, titled, false);
      return;
    }
    if (to - from > 1 && isPeople(from, to)) {
      from++;
    }
    if (to == from || to - from > LONGEST) {
      return;
    }
    NameSpan span =
        new NameSpan(from, to, titled, article || sentence.at(from - 1).lower().equals("the"));
    if (isName(from, to)) {
      names.add(span);
    } else if (to - from == 1 && mayBeShort(from, titled)) {
      plain.add(span);
    }
  }

  /** Whether the first word of a part is no part of the name. */
  private boolean isStart(int i, int to) {
    NameWord word = word(i);
    if (word.is(Trait.FUNCTION)) {
      return sentence.tag(i) == Tag.OUTSIDE || !word.is(Trait.FIRST_NAME) || to - i == 1;
    }
    return sentence.begins(i)
        && to - i > 1
        && word.is(Trait.SMALL)
        && !word.is(Trait.FIRST_NAME)
        && sentence.tag(i) == Tag.OUTSIDE
        && sentence.tag(i + 1) != Tag.OUTSIDE;
  }

  private boolean isTail(int i) {
    NameWord word = word(i);
    if (!word.isCapital()) {
      boolean syllable = word(i - 1).is("-") && word.shape() == WordShape.SMALL;
      return !syllable && !word.text().endsWith("s");
    }
    boolean ticker = word.shape() == WordShape.CAPITALS && word(i - 1).is(Trait.CORPORATE);
    boolean shouted =
        word.shape() == WordShape.CAPITALS && word.is(Trait.NEVER) && word.text().length() > 3;
    boolean small = word.is(Trait.FUNCTION) && !word.is(Trait.FIRST_NAME);
    return (ticker && !word.is(Trait.CORPORATE))
        || shouted
        || (small && !word.is("Us"))
        || word.is("Government");
  }

  private boolean isAmerica(int i) {
    return AMERICA.contains(word(i).text());
  }

  private boolean isKeptAfterAmerica(int i) {
    return word(i).is(Trait.AMERICAN) || word(i).is("Independence");
  }

  /** Whether the first word is a people or party before a person: {@code Republican John Smith}. */
  private boolean isPeople(int i, int to) {
    if (PARTIES.contains(word(i).text())
        && KnownNames.of(FoundName.surface(sentence.words(i + 1, to))).isPresent()) {
      return true;
    }
    return word(i).is(Trait.DEMONYM)
        && (word(i + 1).is(Trait.FIRST_NAME) || sentence.isPerson(i + 1))
        && !(word(i).is(Trait.FIRST_NAME) && sentence.isPerson(i))
        && !word(i + 1).is(Trait.ORGANISATION);
  }

  private boolean isName(int from, int to) {
    if (to - from == 1) {
      return isNameAlone(from) && !word(from - 1).is("<");
    }
    if (word(from + 1).is("-") && word(from).text().length() == 1 && word(from).isCapital()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      NameWord word = word(i);
      if (word.isCapital()
          && !word.is(Trait.TITLE)
          && !word.is(Trait.MODIFIER)
          && !word.is(Trait.CALENDAR)
          && !word.is(Trait.CORPORATE)
          && !word.is(Trait.FUNCTION)) {
        return !new GluedText(sentence).isIn(from, to);
      }
    }
    return false;
  }

  private boolean mayBeShort(int i, boolean titled) {
    NameWord word = word(i);
    return word.shape() == WordShape.CAPITAL
        && (!sentence.begins(i) || titled)
        && !word.is(Trait.FUNCTION)
        && !word.is(Trait.ADDRESS)
        && !word.is(Trait.CORPORATE)
        && !word.is(Trait.DEMONYM);
  }

  private boolean isNameAlone(int i) {
    NameWord word = word(i);
    if (KnownNames.isMember(word.text())) {
      return true;
    }
    if (word.is(Trait.NEVER)
        || word.is(Trait.TITLE)
        || word.is(Trait.ADDRESS)
        || word.is(Trait.FUNCTION)
        || word.is(Trait.CALENDAR)
        || word.is(Trait.CORPORATE)
        || word.is(Trait.DEMONYM)
        || word.text().length() < 2) {
      return false;
    }
    boolean plain = word.is(Trait.SMALL) || word.is(Trait.STARTER) || word.is(Trait.MODIFIER);
    boolean known = KnownNames.of(word.text()).isPresent();
    return !plain || (!sentence.begins(i) && (known || sentence.tag(i) != Tag.OUTSIDE));
  }
}
