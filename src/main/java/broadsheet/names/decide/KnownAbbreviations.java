package broadsheet.names.decide;

import broadsheet.names.NameKind;
import broadsheet.names.word.Initials;
import broadsheet.names.word.WordShape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives a listed abbreviation to another organisation where the archive writes that one out far
 * more often: {@code EC} is the European Commission in 2005, and the European Community in 1987.
 */
final class KnownAbbreviations {

  /** Smallest ratio of the other name's articles to those of the listed one, both in full. */
  private static final int TIMES = 4;

  private final List<NameGroup> groups;

  KnownAbbreviations(List<NameGroup> groups) {
    this.groups = groups;
  }

  /** Moves forms between the groups, and returns those that have any. */
  List<NameGroup> settled() {
    settle();
    return groups.stream().filter(group -> !group.forms().isEmpty()).toList();
  }

  private void settle() {
    Map<String, NameGroup> mostByInitials = new HashMap<>();
    for (NameGroup group : groups) {
      if (group.is(NameKind.ORGANISATION)) {
        group
            .initials()
            .forEach(initials -> mostByInitials.merge(initials, group, KnownAbbreviations::fuller));
      }
    }
    for (NameGroup group : groups) {
      if (group.isKnown() && group.is(NameKind.ORGANISATION)) {
        for (String form : group.forms()) {
          NameGroup other = mostByInitials.get(form.replace(".", ""));
          if (other != null
              && other != group
              && WordShape.of(form) == WordShape.CAPITALS
              && other.written(form) > TIMES * group.written(form)
              && other.written(form) * TIMES >= group.count(form)) {
            other.take(form, group);
          }
        }
      }
    }
  }

  private static NameGroup fuller(NameGroup one, NameGroup other) {
    return other.articles() > one.articles() ? other : one;
  }

  /** The initials of a form of several words. */
  static String initials(String form) {
    return form.indexOf(' ') > 0 ? Initials.of(form) : "";
  }
}
