package broadsheet.web.why;

import broadsheet.engine.result.Explanation.Role;
import broadsheet.engine.result.Explanation.Unit;
import broadsheet.engine.result.Rarity;
import broadsheet.query.QueryField;
import broadsheet.web.page.FormattedCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Describes where an article contains a part of the query, and how rare that part is. */
final class UnitWords {
  private UnitWords() {}

  /**
   * Describes a part in whole sentences.
   *
   * @param all the number of articles in the archive
   */
  static String of(Unit unit, long all) {
    return switch (unit.role()) {
      case CONDITION -> unit.isThere() ? "Matches." : "Does not match.";
      case PASSED_OVER -> "Ignored: it cannot be searched.";
      case EXCLUDED ->
          unit.isThere()
              ? "Excluded, but present" + where(": ", unit) + "."
              : "Excluded, and absent.";
      case WANTED, ALTERNATIVE -> wanted(unit) + rarity(unit, all);
      case STOP_WORD -> "Optional word: it counts little. " + wanted(unit);
    };
  }

  private static String wanted(Unit unit) {
    if (!unit.isThere()) {
      boolean isNeeded = unit.isMissing() || unit.role() == Role.WANTED;
      return isNeeded ? "Missing." : "Absent, but not required.";
    }
    String where = where("", unit);
    return where.isEmpty()
        ? "Present."
        : Character.toUpperCase(where.charAt(0)) + where.substring(1) + forms(unit) + ".";
  }

  private static String where(String before, Unit unit) {
    List<String> places = new ArrayList<>();
    for (Map.Entry<QueryField, Integer> place : unit.places().entrySet()) {
      places.add(place(place.getKey()) + " " + times(place.getValue()));
    }
    return places.isEmpty() ? "" : before + joined(places);
  }

  /** The printed forms, if they differ from the typed text. */
  private static String forms(Unit unit) {
    boolean isAsTyped =
        unit.forms().size() == 1 && unit.forms().getFirst().equalsIgnoreCase(unit.text());
    return unit.forms().isEmpty() || isAsTyped
        ? ""
        : ", as “" + String.join("”, “", unit.forms()) + "”";
  }

  private static String rarity(Unit unit, long all) {
    if (unit.articles().isEmpty()) {
      return "";
    }
    long articles = unit.articles().getAsLong();
    if (articles == 0) {
      return " No article has it.";
    }
    return " %s of %s %s it: %s."
        .formatted(
            FormattedCount.of(articles),
            FormattedCount.of(all, "article"),
            articles == 1 ? "has" : "have",
            Rarity.of(articles, all).words());
  }

  /** {@code once}, {@code twice}, {@code 3 times}. */
  static String times(int count) {
    return switch (count) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> FormattedCount.of(count) + " times";
    };
  }

  private static String place(QueryField field) {
    return switch (field) {
      case LEAD -> "in the first paragraph";
      case CORRECTION -> "in the corrections";
      case CAPTION -> "in the captions";
      case RELATED -> "in the related links";
      case FURNITURE -> "in what its source repeats";
      case SAID -> "in what is quoted";
      default -> "in the " + field.label();
    };
  }

  /** {@code a, b and c}. */
  static String joined(List<String> parts) {
    int last = parts.size() - 1;
    return last < 1
        ? String.join("", parts)
        : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }
}
