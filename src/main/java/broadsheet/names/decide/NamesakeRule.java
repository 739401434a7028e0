package broadsheet.names.decide;

import broadsheet.names.Cue;
import broadsheet.names.NameKind;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.PersonalName;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes an undecided name of two words a person where the archive knows others of that surname:
 * {@code Seiriol Davies}, {@code S Easterby}.
 */
final class NamesakeRule {

  private static final int LONGEST = 3;
  private static final double MOST_OTHER = 0.1;

  private final List<NameGroup> groups;
  private final Lexicon lexicon;

  NamesakeRule(List<NameGroup> groups, Lexicon lexicon) {
    this.groups = groups;
    this.lexicon = lexicon;
  }

  void decide() {
    Map<String, List<NameGroup>> people = NameGroup.people(groups, PersonalName::surname);
    for (NameGroup group : groups) {
      if (group.kind().isEmpty()
          && !group.isKnown()
          && people.containsKey(PersonalName.surname(group.form()))
          && mayBePerson(group)) {
        group.decide(Optional.of(NameKind.PERSON));
      }
    }
  }

  private boolean mayBePerson(NameGroup group) {
    List<String> words = PersonalName.list(group.form());
    FormEvidence evidence = group.evidence();
    if (words.size() < 2
        || words.size() > LONGEST
        || !PersonalName.isPossible(group.form(), lexicon)) {
      return false;
    }
    double other =
        evidence.cue(Cue.THE_BEFORE) + evidence.cue(Cue.IN_BEFORE) + evidence.cue(Cue.PLACE_AFTER);
    return other < MOST_OTHER
        && evidence.small() < MOST_OTHER
        && words.stream().limit(words.size() - 1L).allMatch(this::mayBeFirst);
  }

  /** Whether a word is a first name or an initial, or no list has it. */
  private boolean mayBeFirst(String word) {
    int traits = lexicon.traits(word, word.toLowerCase(Locale.ROOT));
    boolean shouted = word.length() > 3 && WordShape.of(word) == WordShape.CAPITALS;
    return !shouted && (traits == 0 || Trait.FIRST_NAME.in(traits) || word.length() == 1);
  }
}
