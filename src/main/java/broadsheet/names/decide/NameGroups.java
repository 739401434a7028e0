package broadsheet.names.decide;

import broadsheet.names.word.KnownNames;
import broadsheet.names.word.Lexicon;
import broadsheet.names.word.NameKey;
import broadsheet.names.word.Nicknames;
import broadsheet.names.word.PersonalName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Clusters the forms of an archive: those that are listed, and those that differ in writing only.
 */
final class NameGroups {

  /** The share of articles that must agree. */
  static final double AGREED = 0.8;

  private final Lexicon lexicon;
  private final Map<String, NameGroup> groups = new TreeMap<>();
  private String country = HomeCountry.NONE;

  NameGroups(Lexicon lexicon) {
    this.lexicon = lexicon;
  }

  List<NameGroup> of(ArchiveEvidence evidence) {
    country = HomeCountry.of(evidence);
    for (String form : evidence.forms()) {
      boolean hidden = KnownNames.has(form) && KnownNames.of(form).isEmpty();
      evidence.of(form).filter(of -> of.mentions() > 0 && !hidden).ifPresent(of -> add(form, of));
    }
    joinInitials();
    return List.copyOf(groups.values());
  }

  private void add(String form, FormEvidence evidence) {
    KnownNames.of(form, country)
        .ifPresentOrElse(
            name -> {
              String key = "\n" + name.kind().label() + name.text();
              NameGroup group = group(key);
              group.know(name);
              group.add(form, evidence);
            },
            () -> group(NameKey.of(form, lexicon)).add(form, evidence));
  }

  /**
   * Joins {@code Donald J. Trump} with {@code Donald Trump}, and {@code Bill Clinton} with {@code
   * William Clinton}; two people keep their initials.
   */
  private void joinInitials() {
    Map<String, List<String>> byName = new TreeMap<>();
    groups.forEach(
        (key, group) -> {
          String form = group.form();
          if (!group.isKnown() && PersonalName.words(form) > 1) {
            byName
                .computeIfAbsent(
                    NameKey.of(Nicknames.full(PersonalName.withoutInitials(form)), lexicon),
                    _ -> new ArrayList<>())
                .add(key);
          }
        });
    byName.values().stream().filter(keys -> keys.size() > 1).forEach(this::joinInitials);
  }

  private void joinInitials(List<String> keys) {
    Map<String, Long> byInitials = new TreeMap<>();
    long all = 0;
    for (String key : keys) {
      NameGroup group = group(key);
      String initials = PersonalName.middleInitials(group.form());
      if (!initials.isEmpty()) {
        byInitials.merge(initials, group.articles(), Long::sum);
        all += group.articles();
      }
    }
    String main = "";
    for (Map.Entry<String, Long> entry : byInitials.entrySet()) {
      main = entry.getValue() >= all * AGREED ? entry.getKey() : main;
    }
    Map<String, String> firstKeys = new TreeMap<>();
    for (String key : new TreeSet<>(keys)) {
      String initials = PersonalName.middleInitials(group(key).form());
      String whose = initials.isEmpty() ? main : initials;
      String first = firstKeys.computeIfAbsent(whose, _ -> key);
      if (!first.equals(key)) {
        group(first).add(group(key));
        groups.remove(key);
      }
    }
  }

  private NameGroup group(String key) {
    return groups.computeIfAbsent(key, _ -> new NameGroup());
  }
}
