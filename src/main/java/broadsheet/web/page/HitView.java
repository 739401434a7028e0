package broadsheet.web.page;

import broadsheet.address.WebAddress;
import broadsheet.article.Moment;
import broadsheet.article.Positions;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.BestPart;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.query.QueryField;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A hit, in the form of {@code /search.json}. Anything the article does not state is null or an
 * empty list.
 *
 * @param id its id in addresses
 * @param title the headline, plain
 * @param titleHtml the headline with its marks
 * @param snippetsHtml sentences that show why it was found
 * @param publishedAt ISO 8601, as precisely as known
 * @param source the outlet
 * @param section the part of the outlet
 * @param author one element a person or desk
 * @param url the address it was published at
 * @param language BCP 47
 * @param pages the numbers of the pages it is printed on, as printed
 * @param bestPart the page or attached file with the most matches; absent if there are no parts
 * @param file the name of its file; absent unless it is a document
 * @param scanQuality the mean confidence of the text recognition, in percent
 * @param at the time of its first match in its recording, in seconds; absent if there is none
 * @param score its relevance; 0 if sorted by date
 * @param similar the number of near-duplicates grouped under this hit
 * @param earlierVersions the number of earlier versions of it; absent if there are none
 * @param isSuperseded whether there is a later version of it; absent if not
 * @param foundBy {@code words}, or {@code meaning} if its snippet is its closest passage
 * @param missing the parts of the query, as typed, that this hit lacks; empty if it has all
 * @param valuesHtml the keyword values with matches in them, by the name of their field
 * @param judgement its judgement; absent if judging is off
 */
public record HitView(
    String id,
    String title,
    String titleHtml,
    List<String> snippetsHtml,
    @Nullable String publishedAt,
    @Nullable String source,
    @Nullable String section,
    List<String> author,
    @Nullable String url,
    @Nullable String language,
    @Nullable String pages,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Best bestPart,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String file,
    @Nullable Integer scanQuality,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double at,
    float score,
    long similar,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) int earlierVersions,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean isSuperseded,
    String foundBy,
    List<String> missing,
    Map<String, List<String>> valuesHtml,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Judged judgement) {

  /**
   * A part of an article.
   *
   * @param number its number among the parts, from 1
   * @param of the number of parts
   * @param label its page number as printed, or the name of its file
   */
  public record Best(int number, int of, String label) {
    static Best of(BestPart best) {
      return new Best(best.number(), best.of(), best.part().label());
    }
  }

  /**
   * A judgement of a hit.
   *
   * @param relevance above 0 for relevant, otherwise not relevant; null if not judged
   */
  public record Judged(@JsonValue @Nullable Integer relevance) {}

  /** The view of a hit that nobody judges. */
  public static HitView of(Hit hit) {
    return of(hit, Optional.empty());
  }

  /** The view of a hit, with its judgement if judging is on. */
  public static HitView of(Hit hit, Optional<Judged> judgement) {
    return new HitView(
        hit.id(),
        hit.title().text(),
        MarkedHtml.of(hit.title()),
        MarkedHtml.of(hit.snippets()),
        filledOrNull(hit.publishedAt().iso()),
        first(hit.plain(FacetField.SOURCE)),
        first(hit.plain(FacetField.SECTION)),
        hit.plain(FacetField.AUTHOR),
        filledOrNull(WebAddress.of(hit.url())),
        first(hit.plain(FacetField.LANGUAGE)),
        filledOrNull(hit.positions().pages()),
        hit.positions().best().map(Best::of).orElse(null),
        filledOrNull(hit.positions().file()),
        quality(hit.positions().quality()),
        at(hit),
        hit.score(),
        hit.similar(),
        hit.versions().earlier(),
        hit.versions().hasLater(),
        hit.foundBy().name().toLowerCase(Locale.ROOT),
        hit.missing(),
        marked(hit.values()),
        judgement.orElse(null));
  }

  private static @Nullable Double at(Hit hit) {
    return hit.positions()
        .best()
        .filter(best -> best.first() instanceof Moment)
        .map(best -> HitMoment.seconds((Moment) best.first()))
        .orElse(null);
  }

  /** The values with matches in them, as HTML, in the order of the fields. */
  public static Map<String, List<String>> marked(Map<QueryField, List<MarkedText>> values) {
    Map<String, List<String>> html = new LinkedHashMap<>();
    values.forEach(
        (field, texts) -> {
          List<MarkedText> marked = texts.stream().filter(MarkedText::isMarked).toList();
          if (!marked.isEmpty()) {
            html.put(field.label(), MarkedHtml.of(marked));
          }
        });
    return html;
  }

  /** A scan quality as in JSON; null if it is not known. */
  public static @Nullable Integer quality(int quality) {
    return quality == Positions.UNKNOWN_QUALITY ? null : quality;
  }

  public static @Nullable String filledOrNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static @Nullable String first(List<String> values) {
    return values.isEmpty() ? null : values.getFirst();
  }
}
