package broadsheet.web.why;

import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Explanation.Learnt;
import broadsheet.engine.result.Explanation.Meaning;
import broadsheet.engine.result.Explanation.Pair;
import broadsheet.engine.result.Explanation.Unit;
import broadsheet.web.page.FormattedCount;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Puts an explanation into words. Stateless. */
public final class Reasons {

  /** The longest passage quoted, in characters. */
  private static final int LONGEST_PASSAGE = 300;

  /** The most missing parts named. */
  private static final int MOST_NAMED = 8;

  private static final String MISSING = " is missing";

  private Reasons() {}

  /** The parts of an article's score: those of the query in order, then the rest. */
  public static List<Reason> of(Explanation why) {
    List<Reason> reasons = new ArrayList<>();
    List<Double> shares = new ArrayList<>();
    for (Unit unit : why.units()) {
      reasons.add(new Reason(name(unit), UnitWords.of(unit, why.articles()), 0, unit.isMissing()));
      shares.add(unit.share());
    }
    for (Pair pair : why.pairs()) {
      reasons.add(new Reason(pair.first() + " … " + pair.second(), near(pair), 0, false));
      shares.add(pair.share());
    }
    why.learnt().ifPresent(learnt -> reasons.add(reason(learnt)));
    why.learnt().ifPresent(learnt -> shares.add(learnt.share()));
    why.meaning().ifPresent(meaning -> reasons.add(reason(meaning)));
    why.meaning().ifPresent(meaning -> shares.add(meaning.share()));
    List<Integer> percents = Percents.of(shares);
    return IntStream.range(0, reasons.size())
        .mapToObj(i -> reasons.get(i).withPercent(percents.get(i)))
        .toList();
  }

  private static String name(Unit unit) {
    return switch (unit.role()) {
      case EXCLUDED -> "without " + unit.text();
      case WANTED, ALTERNATIVE, CONDITION, PASSED_OVER, STOP_WORD ->
          unit.text().isEmpty() ? "all articles" : unit.text();
    };
  }

  private static String near(Pair pair) {
    return "Near each other in the body " + UnitWords.times(pair.times()) + ".";
  }

  private static Reason reason(Learnt learnt) {
    String words =
        learnt.words().isEmpty()
            ? "It has none of the %s words learnt from them.".formatted(learnt.all())
            : "“%s”%s: it has %s of the %s words learnt from them."
                .formatted(
                    String.join("”, “", learnt.words()),
                    learnt.has() > learnt.words().size() ? " and more" : "",
                    learnt.has(),
                    learnt.all());
    return new Reason("words shared with the best results", words, 0, false);
  }

  private static Reason reason(Meaning meaning) {
    String passage = meaning.passage().strip().replaceAll("\\s+", " ");
    String words =
        String.format(
            Locale.ROOT,
            "Its similarity to the query is %.2f, where 1 is the maximum.",
            meaning.likeness());
    String closest = passage.isEmpty() ? "" : " Its closest passage: “" + cut(passage) + "”";
    return new Reason("near in meaning", words + closest, 0, false);
  }

  private static String cut(String passage) {
    return passage.length() <= LONGEST_PASSAGE
        ? passage
        : passage.substring(0, LONGEST_PASSAGE - 1) + "…";
  }

  /** Whether it is a hit and at which rank; otherwise, why it is not. One or two sentences. */
  public static String summary(Explanation why) {
    return switch (why.fit()) {
      case WHOLE -> "It matches" + place(why) + ".";
      case PART ->
          "No article matches all of the query; this one matches most of it" + place(why) + ".";
      case MEANING -> "Its words do not match, but its meaning is close" + place(why) + ".";
      case NONE -> "Not a result: " + missing(why) + ".";
      case UNKNOWN ->
          "The search ran out of time before it could tell whether this article matches.";
    };
  }

  private static String place(Explanation why) {
    if (why.rank().isEmpty()) {
      return ", but is not among the best results by relevance";
    }
    String rank = FormattedCount.of(why.rank().getAsInt());
    return why.isFolded()
        ? ", and is grouped under a reprint of it, which is number " + rank + " by relevance"
        : ", and is number " + rank + " by relevance";
  }

  private static String missing(Explanation why) {
    List<Unit> units = why.units().stream().filter(Unit::isMissing).toList();
    if (units.isEmpty()) {
      return "it has too little of the query";
    }
    List<String> names = units.stream().map(Reasons::missing).toList();
    if (names.size() <= MOST_NAMED && names.stream().allMatch(name -> name.endsWith(MISSING))) {
      return lacking(units.stream().map(Unit::text).toList());
    }
    List<String> told = new ArrayList<>(names.stream().limit(MOST_NAMED).toList());
    if (names.size() > MOST_NAMED) {
      int others = names.size() - MOST_NAMED;
      told.add(others == 1 ? "1 more part does not match" : others + " more parts do not match");
    }
    return UnitWords.joined(told);
  }

  private static String lacking(List<String> texts) {
    return switch (texts.size()) {
      case 1 -> "it does not have " + texts.getFirst();
      case 2 -> "it has neither " + texts.getFirst() + " nor " + texts.getLast();
      default -> "it has none of " + UnitWords.joined(texts);
    };
  }

  private static String missing(Unit unit) {
    return switch (unit.role()) {
      case EXCLUDED -> unit.text() + " is in it but was excluded";
      case CONDITION -> unit.text() + " does not match";
      case WANTED, ALTERNATIVE, PASSED_OVER, STOP_WORD -> unit.text() + MISSING;
    };
  }

  /**
   * Rounds shares so that they still add up to 100: the points lost to rounding go to the largest
   * remainders.
   */
  private static final class Percents {
    private static final int WHOLE = 100;

    private Percents() {}

    /**
     * Whole numbers that add up to 100; all 0 if all shares are 0.
     *
     * @param shares parts of 1, or all 0
     */
    static List<Integer> of(List<Double> shares) {
      if (shares.stream().noneMatch(share -> share > 0)) {
        return shares.stream().map(_ -> 0).toList();
      }
      List<Integer> percents =
          new ArrayList<>(shares.stream().map(share -> (int) (share * WHOLE)).toList());
      int left = WHOLE - percents.stream().mapToInt(Integer::intValue).sum();
      IntStream.range(0, shares.size())
          .boxed()
          .sorted(Comparator.comparingDouble(i -> percents.get(i) - shares.get(i) * WHOLE))
          .limit(Math.max(0, left))
          .forEach(i -> percents.set(i, percents.get(i) + 1));
      return List.copyOf(percents);
    }
  }

  /**
   * One part of an article's score, in words.
   *
   * @param name the part: a part of the query, words near each other
   * @param words its places and rarity, or the fact that it is missing; whole sentences
   * @param percent its share of the score; those of all reasons add up to 100, or to 0 if nothing
   *     is scored
   * @param isMissing whether it keeps the article from matching
   */
  public record Reason(String name, String words, int percent, boolean isMissing) {

    Reason withPercent(int share) {
      return new Reason(name, words, share, isMissing);
    }
  }
}
