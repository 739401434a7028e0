package broadsheet.names.decide;

import broadsheet.names.Cue;
import broadsheet.names.NameKind;
import broadsheet.names.word.Initials;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.PersonalName;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the full names of surnames, first names and abbreviations that stand alone, where four of
 * five articles of the archive agree; a surname of several people is no name.
 */
final class ShortNames {

  private static final double LEAST_COMPANIES = 0.1;

  /** Last words of names that are known by their first: {@code Rutgers University}. */
  private static final Set<String> FIRST_WORD_SUFFICES =
      Set.of(
          ("University College Institute Institution Foundation Holdings Bureau"
                  + " Industries Airlines Airways Group Bank Committee Brothers")
              .split(" ", -1));

  private static final int SHORTEST_ABBREVIATION = 3;

  /** Largest ratio of a short name's articles to those of the full name. */
  private static final int MOST_TIMES = 3;

  /** Articles from which on a person is so well known that many more have the surname alone. */
  private static final int FEWEST_OF_FAMOUS = 20;

  /** The share of mentions with an office from which on a surname is a person's of rank. */
  private static final double LEAST_TITLED = 0.05;

  private static final int MOST_TIMES_OF_FAMOUS = 15;

  private final Lexicon lexicon;
  private final List<NameGroup> groups;
  private final Set<NameGroup> gone = new HashSet<>();

  ShortNames(List<NameGroup> groups, Lexicon lexicon) {
    this.groups = groups;
    this.lexicon = lexicon;
  }

  /** The groups that are left. */
  List<NameGroup> resolved() {
    resolveAll();
    return groups.stream().filter(group -> !gone.contains(group)).toList();
  }

  private void resolveAll() {
    Map<String, List<NameGroup>> bySurname = NameGroup.people(groups, PersonalName::surname);
    Map<String, List<NameGroup>> byFirst = NameGroup.people(groups, PersonalName::first);
    Map<String, List<NameGroup>> byInitials = new HashMap<>();
    Map<String, List<NameGroup>> byFirstOfCompany = new HashMap<>();
    for (NameGroup group : groups) {
      if (group.is(NameKind.ORGANISATION) && group.form().indexOf(' ') > 0) {
        byInitials.computeIfAbsent(Initials.of(group.form()), _ -> new ArrayList<>()).add(group);
        if (group.companies(lexicon) > LEAST_COMPANIES
            || FIRST_WORD_SUFFICES.contains(PersonalName.list(group.form()).getLast())) {
          byFirstOfCompany
              .computeIfAbsent(PersonalName.first(group.form()), _ -> new ArrayList<>())
              .add(group);
        }
      }
    }
    for (NameGroup group : groups) {
      String form = group.form();
      if (!group.isKnown() && PersonalName.isSurname(form)) {
        List<NameGroup> families = bySurname.getOrDefault(PersonalName.surname(form), List.of());
        if (group.is(NameKind.PERSON)
            || (group.kind().isEmpty() && isLikelyPerson(group))
            || isSurnameOf(families, group)) {
          resolve(group, families, byFirst.getOrDefault(form, List.of()));
        }
        if (form.endsWith("s") && bySurname.containsKey(familyOf(form)) && !gone.contains(group)) {
          gone.add(group);
        }
        if (!gone.contains(group) && !isPlain(group)) {
          main(byFirstOfCompany.getOrDefault(form, List.of()))
              .filter(full -> full.articles() * MOST_TIMES >= group.articles())
              .ifPresent(full -> join(group, full));
        }
        if (!gone.contains(group) && isAbbreviation(form)) {
          main(byInitials.getOrDefault(form.replace(".", ""), List.of()))
              .filter(full -> full.articles() * MOST_TIMES >= group.articles())
              .ifPresent(full -> join(group, full));
        }
      }
    }
  }

  /** The surname of which a word is the plural: {@code clinton} for {@code Clintons}. */
  private static String familyOf(String plural) {
    return PersonalName.surname(plural.substring(0, plural.length() - 1));
  }

  /** Whether a word that looks like a place or an organisation is a well-known person's surname. */
  private boolean isSurnameOf(List<NameGroup> families, NameGroup group) {
    FormEvidence evidence = group.evidence();
    long articles = families.stream().mapToLong(NameGroup::articles).sum();
    int certain = Trait.COUNTRY.bit() | Trait.STATE.bit();
    return articles >= 2 * group.articles()
        && (lexicon.traits(group.form()) & certain) == 0
        && evidence.vote(NameKind.PERSON) > 0.2
        && evidence.cue(Cue.IN_BEFORE) < 0.2
        && evidence.cue(Cue.PLACE_AFTER) < 0.1;
  }

  private static boolean isLikelyPerson(NameGroup group) {
    return group.evidence().vote(NameKind.PERSON) > 0.3
        || group.evidence().cue(Cue.TITLE_BEFORE) > 0.2;
  }

  /** Whether a word says nothing about the name that begins with it: {@code Texas Instruments}. */
  private boolean isPlain(NameGroup group) {
    int traits = lexicon.traits(group.form());
    int plain =
        Trait.FIRST_NAME.bit()
            | Trait.SMALL.bit()
            | Trait.DEMONYM.bit()
            | Trait.TOWN.bit()
            | Trait.HEAD.bit()
            | Trait.MODIFIER.bit()
            | Trait.ORGANISATION.bit();
    return lexicon.isPlace(group.form())
        || (traits & plain) != 0
        || group.is(NameKind.PLACE)
        || group.evidence().cue(Cue.TITLE_BEFORE) > 0.1;
  }

  private static boolean isAbbreviation(String form) {
    return form.length() >= SHORTEST_ABBREVIATION && WordShape.of(form) == WordShape.CAPITALS;
  }

  private void resolve(NameGroup name, List<NameGroup> families, List<NameGroup> firsts) {
    List<NameGroup> all = new ArrayList<>(families);
    if (Trait.FIRST_NAME.in(lexicon.traits(name.form()))) {
      all.addAll(firsts);
    }
    if (!families.isEmpty()) {
      main(all)
          .filter(full -> isEnough(full, name))
          .ifPresentOrElse(full -> join(name, full), () -> drop(name));
    } else if (Trait.FIRST_NAME.in(lexicon.traits(name.form())) || !firsts.isEmpty()) {
      main(firsts)
          .filter(full -> full.articles() > name.articles())
          .ifPresentOrElse(full -> join(name, full), () -> gone.add(name));
    } else if (name.evidence().cue(Cue.TITLE_BEFORE) + name.evidence().cue(Cue.PERSON_AFTER) == 0) {
      gone.add(name);
    } else if (name.form().indexOf(' ') > 0
        && Trait.FIRST_NAME.in(lexicon.traits(PersonalName.first(name.form())))) {
      gone.add(name);
    }
  }

  /** Whether the archive writes a person's name in full often enough, or with an office. */
  private static boolean isEnough(NameGroup full, NameGroup name) {
    long times = full.evidence().articles() < FEWEST_OF_FAMOUS ? 1 : MOST_TIMES_OF_FAMOUS;
    return full.evidence().articles() * times >= name.articles()
        || name.evidence().cue(Cue.TITLE_BEFORE) > LEAST_TITLED;
  }

  /** Drops a surname of several people; a name of something else stays. */
  private void drop(NameGroup name) {
    if (name.kind().isEmpty() || name.is(NameKind.PERSON)) {
      gone.add(name);
    }
  }

  private void join(NameGroup name, NameGroup full) {
    full.addShort(name);
    gone.add(name);
  }

  /** The group with four fifths of the articles of all; empty if there is none. */
  private static Optional<NameGroup> main(List<NameGroup> groups) {
    long all = groups.stream().mapToLong(group -> group.evidence().articles()).sum();
    return groups.stream()
        .filter(group -> group.evidence().articles() >= all * NameGroups.AGREED)
        .findFirst();
  }
}
