package broadsheet.names.decide;

import broadsheet.names.word.Lexicon;
import broadsheet.names.word.Trait;
import java.util.List;

/** Words that are left of a longer name. */
record NameFragment(List<String> words, Lexicon lexicon) {

  /**
   * Whether they are a fragment of any kind.
   *
   * @param generic the traits of words that are no names alone
   */
  boolean isAny(int generic) {
    return isPartOfCommittee() || isPlaceOfCompany(generic);
  }

  /** Whether it is a fragment of a committee's name: {@code Senate Appropriations}. */
  private boolean isPartOfCommittee() {
    String house = words.getFirst();
    return words.size() == 2
        && (house.equals("House") || house.equals("Senate"))
        && !Trait.ORGANISATION.in(lexicon.traits(words.getLast()));
  }

  /** Whether it is a fragment of a company's name: {@code Canada Ltd}. */
  private boolean isPlaceOfCompany(int generic) {
    int to = words.size();
    while (to > 1 && Trait.CORPORATE.in(lexicon.traits(words.get(to - 1)))) {
      to--;
    }
    return to < words.size()
        && (lexicon.isPlace(String.join(" ", words.subList(0, to)))
            || (to == 1 && (lexicon.traits(words.getFirst()) & generic) != 0));
  }
}
