package broadsheet.engine.result;

import broadsheet.article.PublicationDate;
import broadsheet.engine.request.FacetField;
import broadsheet.query.QueryField;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One article found.
 *
 * @param id the id of the article
 * @param title the headline with its marks; the opening words of the text where there is none
 * @param snippets whole sentences that show why it was found, at most two, chosen for their matches
 *     and given in reading order; the standfirst or the opening sentence, unmarked, where the text
 *     has no match
 * @param values the article's keyword values with their marks, by their field, in the article's
 *     order; a field without a value is absent
 * @param publishedAt the date as the article states it
 * @param addedAt when the update began that brought it; empty if it came with a build
 * @param url empty when there is none
 * @param similar the number of matching reprints grouped under this hit
 * @param score the ranking's, higher is better; comparable within one search only; 0 when the hits
 *     are sorted by date
 * @param foundBy whether it matches by words or by meaning; a hit by meaning shows its closest
 *     passage, unmarked
 * @param missing the parts of the query it lacks, as typed, where a match of some is enough; empty
 *     where it has all, and where there was no time to look
 * @param positions where its matches stand on pages, in files or in a recording
 * @param versions its other versions
 * @param answers where the query asks a question, its sentences that best answer it, at most three,
 *     the best first, however likely; see {@link FoundAnswers}
 */
public record Hit(
    String id,
    MarkedText title,
    List<MarkedText> snippets,
    Map<QueryField, List<MarkedText>> values,
    PublicationDate publishedAt,
    Optional<Instant> addedAt,
    String url,
    long similar,
    float score,
    FoundBy foundBy,
    List<String> missing,
    HitPositions positions,
    OtherVersions versions,
    List<AnswerSentence> answers) {

  private static final Set<QueryField> ALWAYS_SHOWN =
      Set.of(QueryField.SOURCE, QueryField.SECTION, QueryField.AUTHOR);

  public Hit {
    snippets = List.copyOf(snippets);
    missing = List.copyOf(missing);
    answers = List.copyOf(answers);
    values = values.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /** The values with matches in them, without those of source, section and author, always shown. */
  public Map<QueryField, List<MarkedText>> matched() {
    Map<QueryField, List<MarkedText>> matched = new EnumMap<>(QueryField.class);
    values.forEach(
        (field, all) -> {
          List<MarkedText> marked = all.stream().filter(MarkedText::isMarked).toList();
          if (!marked.isEmpty() && !ALWAYS_SHOWN.contains(field)) {
            matched.put(field, marked);
          }
        });
    return matched;
  }

  /** The unmarked values of one facet; empty when there are none. */
  public List<String> plain(FacetField facet) {
    return values(facet).stream().map(MarkedText::text).toList();
  }

  /** The values of one facet; empty when there are none. */
  public List<MarkedText> values(FacetField facet) {
    return values.getOrDefault(QueryField.valueOf(facet.name()), List.of());
  }
}
