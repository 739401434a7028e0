package broadsheet.names.tag;

import broadsheet.names.Candidates;
import broadsheet.names.Cue;
import broadsheet.names.Mention;
import broadsheet.names.word.Initials;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.PersonalName;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Resolves coreference within an article: gives each mention the fullest form in which the article
 * writes the name, {@code Paul Volcker} for {@code Volcker}, {@code Securities and Exchange
 * Commission} for {@code SEC} when the article says so in parentheses. Not thread-safe.
 */
final class CoreferenceResolver {

  private static final int MOST_WORDS_OF_PERSON = 5;
  private static final int SHORTEST_ABBREVIATION = 2;

  /** Last words of newspapers that stand for them. */
  private static final Set<String> PAPERS =
      Set.of("Post", "Times", "Journal", "Globe", "Herald", "Tribune", "Mail", "Mirror", "Sun");

  private final Lexicon lexicon;
  private final Map<String, String> abbreviations = new HashMap<>();
  private final Map<String, Facts> facts = new TreeMap<>();
  private final Map<String, List<String>> surnames = new HashMap<>();
  private final Map<String, String> fuller = new HashMap<>();

  /** Counts for one spelling of a name in the article. */
  private static final class Facts {
    private int persons;
    private int others;
    private int titled;
  }

  CoreferenceResolver(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  /** Takes a name that is followed by its abbreviation in parentheses. */
  void addAbbreviation(String name, String abbreviation) {
    if (abbreviation.length() >= SHORTEST_ABBREVIATION
        && name.indexOf(' ') > 0
        && Initials.of(name).equals(abbreviation.replace(".", ""))) {
      abbreviations.putIfAbsent(abbreviation, name);
    }
  }

  /**
   * Learns from all mentions outside of headlines which ways to write a name are short for others.
   */
  void learn(List<FoundName> found) {
    for (FoundName name : found) {
      Facts of = facts.computeIfAbsent(name.surface(), _ -> new Facts());
      of.persons += name.isPerson() ? 1 : 0;
      of.others += name.vote().isPresent() && !name.isPerson() ? 1 : 0;
      of.titled += name.has(Cue.TITLE_BEFORE) || name.has(Cue.PERSON_AFTER) ? 1 : 0;
    }
    Map<String, List<String>> byFirst = new HashMap<>();
    facts.forEach(
        (surface, of) -> {
          if (isPerson(surface, of)) {
            surnames
                .computeIfAbsent(PersonalName.surname(surface), _ -> new ArrayList<>())
                .add(surface);
            byFirst
                .computeIfAbsent(PersonalName.first(surface), _ -> new ArrayList<>())
                .add(surface);
          }
        });
    facts.forEach(
        (surface, of) -> {
          if (PersonalName.isSurname(surface)) {
            learn(surface, of, byFirst);
          }
        });
    abbreviations.forEach(fuller::putIfAbsent);
  }

  private void learn(String surface, Facts of, Map<String, List<String>> byFirst) {
    String capitalized = WordShape.capitalized(surface);
    if (!capitalized.equals(surface)
        && surface.length() > 3
        && facts.containsKey(capitalized)
        && surface.equals(surface.toUpperCase(Locale.ROOT))) {
      fuller.put(surface, capitalized);
      return;
    }
    int traits = lexicon.traits(surface);
    boolean place = Trait.COUNTRY.in(traits) || Trait.STATE.in(traits) || Trait.CITY.in(traits);
    if (place && of.titled == 0 && of.persons <= of.others) {
      return;
    }
    String surname = PersonalName.surname(surface);
    List<String> full =
        surnames.getOrDefault(surname, surnames.getOrDefault(surname + " jr", List.of()));
    if (!full.isEmpty()) {
      only(full).ifPresent(one -> fuller.put(surface, one));
    } else if ((Trait.FIRST_NAME.in(traits) && of.persons > 0) || traits == 0) {
      only(byFirst.getOrDefault(surface, List.of())).ifPresent(one -> fuller.put(surface, one));
    }
  }

  /**
   * Whether a plain word is short for one name that the article writes in full: the surname of a
   * person, or, after {@code the}, the last word of an organisation.
   */
  boolean isShort(FoundName word) {
    String surface = word.surface();
    Optional<String> full = only(surnames.getOrDefault(PersonalName.surname(surface), List.of()));
    if (full.isEmpty() && word.has(Cue.THE_BEFORE)) {
      full = onlyPaper(surface);
    }
    full.ifPresent(name -> fuller.put(surface, name));
    return full.isPresent();
  }

  /** The one newspaper of the article whose name ends in a word. */
  private Optional<String> onlyPaper(String word) {
    if (!PAPERS.contains(word)) {
      return Optional.empty();
    }
    List<String> names = facts.keySet().stream().filter(name -> name.endsWith(' ' + word)).toList();
    return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
  }

  /**
   * The longest of several names if they differ by initials only; empty if there are two people.
   */
  private static Optional<String> only(List<String> names) {
    Set<String> people = new HashSet<>();
    Set<String> initials = new HashSet<>();
    for (String name : names) {
      people.add(PersonalName.withoutInitials(name));
      initials.add(PersonalName.middleInitials(name));
    }
    initials.remove("");
    return people.size() == 1 && initials.size() <= 1
        ? names.stream().max(Comparator.comparingInt(String::length))
        : Optional.empty();
  }

  private boolean isPerson(String surface, Facts of) {
    int words = PersonalName.words(surface);
    if (words < 2
        || PersonalName.isSurname(surface)
        || words > MOST_WORDS_OF_PERSON
        || of.others > of.persons + of.titled) {
      return false;
    }
    boolean first = Trait.FIRST_NAME.in(lexicon.traits(PersonalName.first(surface)));
    return PersonalName.isPossible(surface, lexicon) && (first || of.persons + of.titled > 0);
  }

  /** The ways to write names in this article and surnames of its people, without capitals. */
  Map<String, String> surfaces() {
    Map<String, String> surfaces = new HashMap<>();
    surnames.forEach(
        (surname, names) ->
            only(names)
                .filter(_ -> !Trait.SMALL.in(lexicon.traits(surname, surname)))
                .ifPresent(name -> surfaces.put(surname, name)));
    facts.keySet().forEach(surface -> surfaces.put(surface.toLowerCase(Locale.ROOT), surface));
    return surfaces;
  }

  private String form(FoundName name) {
    String form = name.surface();
    for (int i = 0; i < 2; i++) {
      String longer = fuller.getOrDefault(form, form);
      if (name.has(Cue.IN_BEFORE) && !name.isPerson() && Trait.TOWN.in(lexicon.traits(form))) {
        return form;
      }
      form = longer;
    }
    return form;
  }

  Candidates candidates(List<FoundName> found, SmallWords small) {
    if (found.isEmpty()) {
      return Candidates.NONE;
    }
    List<String> names = found.stream().map(this::form).toList();
    List<String> forms = List.copyOf(new TreeSet<>(names));
    Map<String, Integer> numbers = new HashMap<>();
    forms.forEach(form -> numbers.put(form, numbers.size()));
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < found.size(); i++) {
      FoundName name = found.get(i);
      int form = numbers.getOrDefault(names.get(i), 0);
      mentions.add(
          new Mention(name.part(), name.start(), name.end(), form, name.vote(), name.cues()));
    }
    mentions.sort(Comparator.comparing(Mention::part).thenComparingInt(Mention::start));
    return new Candidates(forms, forms.stream().map(small::of).toList(), mentions);
  }
}
