package broadsheet.web.why;

import broadsheet.engine.result.Explanation;
import broadsheet.engine.result.Explanation.Learnt;
import broadsheet.engine.result.Explanation.Meaning;
import broadsheet.engine.result.Explanation.Numbers;
import broadsheet.engine.result.Explanation.Pair;
import broadsheet.engine.result.Note;
import broadsheet.engine.result.Rarity;
import broadsheet.query.ParsedQuery;
import broadsheet.query.QueryField;
import broadsheet.web.page.HitView;
import broadsheet.web.page.QueryView;
import broadsheet.web.why.Reasons.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The explanation of why an article is a result. Component names are the JSON keys of {@code
 * /article/{id}/why.json}; the page shows the same. All shares add up to 1, or to 0 if nothing is
 * scored.
 *
 * @param query the query and its interpretation
 * @param id the article's id
 * @param title its headline; null if it has none
 * @param isHit whether it is among the hits
 * @param fit {@code whole}, {@code part}, {@code meaning}, {@code none} or {@code unknown}
 * @param score its relevance score; 0 if it is not a hit
 * @param rank its rank by relevance, from 1; null if it is not among the best
 * @param isFolded whether a reprint of it is listed in its place
 * @param articles the number of articles in the archive
 * @param summary the explanation in a sentence
 * @param reasons the explanation part by part
 * @param units the parts of the query in numbers
 * @param pairs words near each other
 * @param learnt the expansion terms; null if relevance feedback gave none
 * @param meaning null if it is not near in meaning
 * @param numbers the score calculation; null if there is none
 */
public record WhyView(
    QueryView query,
    String id,
    @Nullable String title,
    boolean isHit,
    String fit,
    double score,
    @Nullable Integer rank,
    boolean isFolded,
    long articles,
    String summary,
    List<Reason> reasons,
    List<UnitView> units,
    List<Pair> pairs,
    @Nullable Learnt learnt,
    @Nullable Meaning meaning,
    @Nullable Numbers numbers) {

  /**
   * A part of the query.
   *
   * @param role {@code wanted}, {@code alternative}, {@code condition}, {@code excluded} or {@code
   *     passed over}
   * @param places the number of its occurrences in each field
   * @param articles the number of articles that contain it; null if not counted
   * @param rarity in words: {@code very rare}, {@code rare}, {@code not rare}, {@code common}
   */
  public record UnitView(
      String text,
      String role,
      boolean isThere,
      boolean isMissing,
      Map<String, Integer> places,
      List<String> forms,
      @Nullable Long articles,
      @Nullable String rarity,
      double share) {

    static UnitView of(Explanation.Unit unit, long all) {
      Map<String, Integer> places = new LinkedHashMap<>();
      for (Map.Entry<QueryField, Integer> place : unit.places().entrySet()) {
        places.put(place.getKey().label(), place.getValue());
      }
      boolean isCounted = unit.articles().isPresent();
      return new UnitView(
          unit.text(),
          label(unit.role()),
          unit.isThere(),
          unit.isMissing(),
          places,
          unit.forms(),
          isCounted ? unit.articles().getAsLong() : null,
          isCounted ? Rarity.of(unit.articles().getAsLong(), all).words() : null,
          unit.share());
    }
  }

  public static WhyView of(ParsedQuery query, Explanation why) {
    return new WhyView(
        QueryView.of(query).and(Note.texts(why.notes())),
        why.id(),
        HitView.filledOrNull(why.title()),
        why.isHit(),
        label(why.fit()),
        why.score(),
        why.rank().isPresent() ? why.rank().getAsInt() : null,
        why.isFolded(),
        why.articles(),
        Reasons.summary(why),
        Reasons.of(why),
        why.units().stream().map(unit -> UnitView.of(unit, why.articles())).toList(),
        why.pairs(),
        why.learnt().orElse(null),
        why.meaning().orElse(null),
        why.numbers().orElse(null));
  }

  /** The explanation with further notes on the query. */
  WhyView and(List<String> notes) {
    return new WhyView(
        query.and(notes),
        id,
        title,
        isHit,
        fit,
        score,
        rank,
        isFolded,
        articles,
        summary,
        reasons,
        units,
        pairs,
        learnt,
        meaning,
        numbers);
  }

  private static String label(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
