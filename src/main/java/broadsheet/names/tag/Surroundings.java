package broadsheet.names.tag;

import broadsheet.names.Cue;
import broadsheet.names.NameKind;
import broadsheet.names.tag.ArticleNames.NameSpan;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.Optional;

/** Reads the cues around a name in its sentence, and the tagger's vote on it. */
record Surroundings(TaggedWords sentence, NameSpan span) {

  private static final int YOUNGEST = 10;
  private static final int OLDEST = 110;
  private static final int DIGITS_OF_AGE = 3;

  int cues() {
    return bit(Cue.SENTENCE_START, sentence.begins(span.from()) && !span.titled())
        | bit(Cue.TITLE_BEFORE, span.titled() || isTitled())
        | bit(Cue.PERSON_AFTER, isPersonal())
        | bit(Cue.IN_BEFORE, isIn())
        | bit(Cue.THE_BEFORE, span.article())
        | bit(Cue.OFFICE_BESIDE, isBesideOffice())
        | bit(Cue.PLACE_AFTER, isBeforePlace())
        | bit(Cue.ACTS, Doings.isAfter(after(1)) || Doings.isBefore(before(1)))
        | bit(Cue.AT_BEFORE, before(1).is("at"));
  }

  private static int bit(Cue cue, boolean there) {
    return there ? cue.bit() : 0;
  }

  private NameWord before(int distance) {
    return sentence.at(span.from() - distance);
  }

  private NameWord after(int distance) {
    return sentence.at(span.to() - 1 + distance);
  }

  private boolean isTitled() {
    NameWord word = before(1);
    return word.is(Trait.ADDRESS) || (word.is(Trait.TITLE) && !word.is(Trait.NEVER));
  }

  private boolean isPersonal() {
    if (after(1).is("who")
        || after(1).is("whose")
        || after(1).is("himself")
        || after(1).is("herself")) {
      return true;
    }
    if (after(1).is(",")) {
      return after(2).is("who") || after(2).is("whose") || (isAge(after(2)) && !isLetter(after(3)));
    }
    return before(1).is(Trait.SAYING) && (after(1).is(".") || after(1).is(","));
  }

  private static boolean isLetter(NameWord word) {
    return word.shape() != WordShape.MARK;
  }

  private static boolean isAge(NameWord word) {
    String text = word.text();
    if (word.shape() != WordShape.NUMBER || text.length() > DIGITS_OF_AGE) {
      return false;
    }
    int age = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
      age = age * 10 + text.charAt(i) - '0';
    }
    return age >= YOUNGEST && age <= OLDEST;
  }

  private boolean isIn() {
    NameWord word = before(1).lower().equals("the") ? before(2) : before(1);
    return (word.is(Trait.IN) && !span.titled())
        || (word.lower().equals("in") && !span.titled())
        || word.is("near");
  }

  private boolean isBesideOffice() {
    boolean possessive = after(1).is("'s") || after(1).is("\u2019s");
    if (after(1).is(Trait.BESIDE)
        || Doings.isOffice(after(possessive ? 2 : 1))
        || sentence.at(span.to() - 1).is(Trait.CORPORATE)) {
      return true;
    }
    NameWord office = before(1).is("the") ? before(3) : before(2);
    NameWord of = before(1).is("the") ? before(2) : before(1);
    return of.is("of") && office.is(Trait.BESIDE) && office.shape() == WordShape.SMALL;
  }

  private boolean isBeforePlace() {
    int place = Trait.COUNTRY.bit() | Trait.STATE.bit();
    return (after(1).is(",") && (after(2).traits() & place) != 0)
        || (after(1).is(",")
            && after(2).isCapital()
            && after(2).text().endsWith(".")
            && isAbbreviatedState(after(2).text()));
  }

  private static boolean isAbbreviatedState(String text) {
    return !text.equals("Jr.") && !text.equals("Sr.") && !text.equals("Inc.") && text.length() > 2;
  }

  /** The kind that most of its words are tagged with; the earlier kind of two with as many. */
  Optional<NameKind> vote() {
    Optional<NameKind> best = Optional.empty();
    int most = 0;
    for (NameKind kind : NameKind.values()) {
      int words = 0;
      for (int i = span.from(); i < span.to(); i++) {
        Optional<NameKind> tagged = Tag.kind(sentence.tag(i));
        words += tagged.isPresent() && tagged.get() == kind ? 1 : 0;
      }
      if (words > most) {
        most = words;
        best = Optional.of(kind);
      }
    }
    return most * 2 >= span.to() - span.from() ? best : Optional.empty();
  }
}
