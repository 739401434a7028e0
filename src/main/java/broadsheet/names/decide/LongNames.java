package broadsheet.names.decide;

import broadsheet.names.Cue;
import broadsheet.names.NameKind;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.PersonalName;
import broadsheet.names.word.Trait;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Joins names that have other words before, within or behind them with the names themselves. */
final class LongNames {

  /** The share of mentions with a sign of a person from which on a name is no firm's. */
  private static final double MOST_PERSONAL = 0.03;

  /** Largest ratio of a short name's articles to those of the longer one that contains it. */
  private static final int MOST_TIMES = 3;

  private final Lexicon lexicon;
  private final List<NameGroup> groups;
  private final Set<NameGroup> gone = new HashSet<>();

  LongNames(List<NameGroup> groups, Lexicon lexicon) {
    this.groups = groups;
    this.lexicon = lexicon;
  }

  /** The groups that are left. */
  List<NameGroup> joined() {
    moveFirms();
    joinLonger();
    joinKnown();
    return groups.stream().filter(group -> !gone.contains(group)).toList();
  }

  /** Makes {@code Kidder Peabody} an organisation where {@code Kidder Peabody and Co} is one. */
  private void moveFirms() {
    Set<String> firms = new HashSet<>();
    for (NameGroup group : groups) {
      if (group.is(NameKind.ORGANISATION)) {
        List<String> words = PersonalName.list(group.form());
        for (int to = 2; to < words.size(); to++) {
          firms.add(String.join(" ", words.subList(0, to)));
        }
      }
    }
    for (NameGroup group : groups) {
      FormEvidence evidence = group.evidence();
      double personal = evidence.cue(Cue.TITLE_BEFORE) + evidence.cue(Cue.PERSON_AFTER);
      if (group.is(NameKind.PERSON) && firms.contains(group.form()) && personal < MOST_PERSONAL) {
        group.decide(Optional.of(NameKind.ORGANISATION));
      }
    }
  }

  /**
   * Joins {@code Hillary Rodham Clinton} with {@code Hillary Clinton}, and a name that an office
   * precedes with the name; drops a name that other words follow by chance.
   */
  private void joinLonger() {
    Map<String, NameGroup> people = new HashMap<>();
    for (NameGroup group : groups) {
      if (group.is(NameKind.PERSON) && PersonalName.words(group.form()) > 1) {
        people.put(group.form(), group);
      }
    }
    for (NameGroup group : groups) {
      List<String> words = PersonalName.list(group.form());
      if (!group.isKnown()
          && words.size() > 2
          && (group.is(NameKind.PERSON) || group.kind().isEmpty())) {
        NameGroup full = people.get(words.getFirst() + " " + words.getLast());
        for (int from = 1; full == null && from < words.size() - 1; from++) {
          full = people.get(String.join(" ", words.subList(from, words.size())));
        }
        NameGroup start = people.get(words.get(0) + " " + words.get(1));
        if (full != null && !gone.contains(full) && full.articles() >= group.articles()) {
          full.add(group);
          gone.add(group);
        } else if (start != null
            && start.articles() > MOST_TIMES * group.articles()
            && !PersonalName.isSuffix(words.get(2))) {
          gone.add(group);
        }
      }
    }
  }

  /** Joins {@code Obama White House} with {@code White House}. */
  private void joinKnown() {
    Map<String, List<NameGroup>> bySurname = NameGroup.people(groups, PersonalName::surname);
    Map<String, NameGroup> known = new HashMap<>();
    groups.stream()
        .filter(NameGroup::isKnown)
        .forEach(group -> group.forms().forEach(form -> known.put(form, group)));
    for (NameGroup group : groups) {
      String first = PersonalName.first(group.form());
      NameGroup tail = known.get(group.form().substring(first.length()).strip());
      if (tail != null
          && tail.is(NameKind.ORGANISATION)
          && !group.isKnown()
          && !group.is(NameKind.PERSON)
          && !Trait.FIRST_NAME.in(lexicon.traits(first))
          && bySurname.containsKey(PersonalName.surname(first))
          && !lexicon.isPlace(first)) {
        tail.addShort(group);
        gone.add(group);
      }
    }
  }
}
