package broadsheet.lucene.explain;

import broadsheet.engine.result.Explanation.Learnt;
import broadsheet.engine.result.Explanation.Meaning;
import broadsheet.engine.result.Explanation.Pair;
import broadsheet.engine.result.Explanation.Unit;
import java.util.List;
import java.util.Optional;

/**
 * The parts of an article's score. Each share is the amount that a part adds, until {@link #shared}
 * turns it into a fraction.
 *
 * @param words the amount that the units add together
 * @param closeness the amount that the pairs add together
 */
record ScoreBreakdown(
    double words,
    List<Unit> units,
    double closeness,
    List<Pair> pairs,
    Optional<Learnt> learnt,
    Optional<Meaning> meaning) {

  /** The score. */
  double sum() {
    return words
        + closeness
        + learnt.map(Learnt::share).orElse(0.0)
        + meaning.map(Meaning::share).orElse(0.0);
  }

  /** The same breakdown with each share as a fraction of the score. */
  ScoreBreakdown shared() {
    double ofUnits = factor(words, units.stream().mapToDouble(Unit::share).sum());
    double ofPairs = factor(closeness, pairs.stream().mapToDouble(Pair::share).sum());
    double whole = factor(1, sum());
    return new ScoreBreakdown(
        words * whole,
        units.stream().map(unit -> times(unit, ofUnits * whole)).toList(),
        closeness * whole,
        pairs.stream().map(pair -> times(pair, ofPairs * whole)).toList(),
        learnt.map(l -> new Learnt(l.words(), l.has(), l.all(), l.share() * whole)),
        meaning.map(m -> new Meaning(m.likeness(), m.passage(), m.share() * whole)));
  }

  /** The factor that scales parts to a given sum; 0 where there are no parts. */
  private static double factor(double sum, double parts) {
    return parts > 0 ? sum / parts : 0;
  }

  private static Unit times(Unit unit, double factor) {
    return new Unit(
        unit.text(),
        unit.role(),
        unit.isThere(),
        unit.isMissing(),
        unit.places(),
        unit.forms(),
        unit.articles(),
        unit.share() * factor);
  }

  private static Pair times(Pair pair, double factor) {
    return new Pair(pair.first(), pair.second(), pair.times(), pair.share() * factor);
  }
}
