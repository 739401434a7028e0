package broadsheet.names.decide;

import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.PersonalName;
import broadsheet.names.word.Trait;
import broadsheet.names.word.WordShape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** A cluster of forms that are one name, with all that is known of them. Not thread-safe. */
final class NameGroup {

  private static final int LONGEST_ABBREVIATION = 4;

  private final Map<String, Long> articlesByForm = new TreeMap<>();
  private final FormEvidence evidence = new FormEvidence();
  private long shortArticles;
  private Optional<Name> known = Optional.empty();
  private Optional<NameKind> kind = Optional.empty();

  /** The people among groups, surnames alone apart, by a part of their names. */
  static Map<String, List<NameGroup>> people(
      List<NameGroup> groups, Function<String, String> part) {
    Map<String, List<NameGroup>> people = new HashMap<>();
    for (NameGroup group : groups) {
      if (group.is(NameKind.PERSON) && !PersonalName.isSurname(group.form())) {
        people.computeIfAbsent(part.apply(group.form()), _ -> new ArrayList<>()).add(group);
      }
    }
    return people;
  }

  void add(String form, FormEvidence of) {
    articlesByForm.merge(form, of.articles(), Long::sum);
    evidence.add(of);
  }

  void add(NameGroup other) {
    other.articlesByForm.forEach(
        (form, articles) -> articlesByForm.merge(form, articles, Long::sum));
    evidence.add(other.evidence);
  }

  /** Adds forms that say nothing about how the name is written, such as a surname alone. */
  void addShort(NameGroup other) {
    other.articlesByForm.keySet().forEach(form -> articlesByForm.putIfAbsent(form, 0L));
    other.articlesByForm.forEach((form, articles) -> shortArticles += articles);
  }

  /** The initials of its forms of several words. */
  Set<String> initials() {
    Set<String> initials = new TreeSet<>();
    articlesByForm.keySet().forEach(form -> initials.add(KnownAbbreviations.initials(form)));
    initials.remove("");
    return initials;
  }

  /** The number of articles with a form of several words whose initials an abbreviation is. */
  long written(String abbreviation) {
    String plain = abbreviation.replace(".", "");
    return articlesByForm.entrySet().stream()
        .filter(each -> KnownAbbreviations.initials(each.getKey()).equals(plain))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Takes a form from another group, as one that says nothing about how this name is written. */
  void take(String form, NameGroup other) {
    shortArticles += other.count(form);
    articlesByForm.putIfAbsent(form, 0L);
    other.articlesByForm.remove(form);
  }

  FormEvidence evidence() {
    return evidence;
  }

  long articles() {
    return evidence.articles() + shortArticles;
  }

  void know(Name name) {
    known = Optional.of(name);
    kind = Optional.of(name.kind());
  }

  boolean isKnown() {
    return known.isPresent();
  }

  void decide(Optional<NameKind> decided) {
    kind = decided;
  }

  Optional<NameKind> kind() {
    return kind;
  }

  boolean is(NameKind other) {
    return kind.isPresent() && kind.get() == other;
  }

  /** The form in most articles, but capitals throughout only where nothing else is frequent. */
  String form() {
    List<String> forms = forms();
    String first = forms.getFirst();
    if (first.length() > LONGEST_ABBREVIATION && WordShape.of(first) == WordShape.CAPITALS) {
      return forms.stream()
          .filter(
              form -> WordShape.of(form) != WordShape.CAPITALS && count(form) * 10 >= count(first))
          .findFirst()
          .orElse(first);
    }
    return first;
  }

  /** The share of articles with a form that ends in a company's suffix, 0 to 1. */
  double companies(Lexicon lexicon) {
    long all = 0;
    long companies = 0;
    for (Map.Entry<String, Long> entry : articlesByForm.entrySet()) {
      List<String> words = PersonalName.list(entry.getKey());
      all += entry.getValue();
      companies += Trait.CORPORATE.in(lexicon.traits(words.getLast())) ? entry.getValue() : 0;
    }
    return all == 0 ? 0 : (double) companies / all;
  }

  /** The number of articles with a form. */
  long count(String form) {
    return articlesByForm.getOrDefault(form, 0L);
  }

  /** The name as readers see it; of a group with a kind. */
  Name name() {
    return known.orElseGet(() -> new Name(kind.orElseThrow(), text()));
  }

  /** The form; a person's without capitals throughout. */
  private String text() {
    String form = form();
    boolean capitals = form.indexOf(' ') > 0 && form.equals(form.toUpperCase(Locale.ROOT));
    return capitals && is(NameKind.PERSON) ? WordShape.capitalized(form) : form;
  }

  /** The forms, the most frequent first. */
  List<String> forms() {
    return articlesByForm.entrySet().stream()
        .sorted(
            Comparator.comparingLong((Map.Entry<String, Long> entry) -> -entry.getValue())
                .thenComparingInt(entry -> entry.getKey().length())
                .thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .toList();
  }
}
