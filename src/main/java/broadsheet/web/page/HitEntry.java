package broadsheet.web.page;

import broadsheet.address.ArticleAddress;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.BestPart;
import broadsheet.engine.result.FoundAnswers;
import broadsheet.engine.result.FoundBy;
import broadsheet.engine.result.Hit;
import broadsheet.engine.result.MarkedText;
import broadsheet.scan.Scans;
import broadsheet.web.link.PartAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A hit in the list of a page.
 *
 * @param hit the data, as in its JSON twin
 * @param address the article's page
 * @param href the same page at its first match, if anything matches
 * @param why the page that explains why it was found; null if there is no query
 * @param snippetHtml the words that show why it was found, in about two lines; empty if there are
 *     none
 * @param isAnswer whether these words may answer the question that is asked
 * @param kickerHtml source and section, as far as known
 * @param authorsHtml the first authors, and all those with matches
 * @param moreAuthors the number of other authors
 * @param date the publication date
 * @param printedOn the page with the most matches, or its few pages; empty if it has none
 * @param matches the topics, places, people, organisations and speakers with matches in them
 * @param strip the part of the scan with its matches; null if there is none to show
 * @param moment where its recording says what was found; null if it has none
 * @param judging the form that judges it; null if there is none
 * @param kept the reader's lists and read mark for it; null if this reader keeps nothing here
 */
public record HitEntry(
    HitView hit,
    String address,
    String href,
    @Nullable String why,
    String snippetHtml,
    boolean isAnswer,
    List<String> kickerHtml,
    List<String> authorsHtml,
    int moreAuthors,
    DateLabel date,
    String printedOn,
    List<Keyword> matches,
    @Nullable ScanDrawing strip,
    @Nullable HitMoment moment,
    @Nullable JudgingForm judging,
    @Nullable KeptMark kept) {

  private static final String BY_MEANING = FoundBy.MEANING.name().toLowerCase(Locale.ROOT);

  private static final int MOST_AUTHORS = 2;

  /** See {@link MarkedHtml#numbered}. */
  private static final String FIRST_MATCH = "#hit-1";

  /** A hit with neither a strip nor forms. */
  public static HitEntry of(Hit hit, SearchParameters parameters) {
    return of(hit, HitView.of(hit), parameters, new Beside(Optional.empty(), Optional.empty()));
  }

  /**
   * The parts beside the text of a hit.
   *
   * @param strip the part of the scan with its matches, if there is one to show
   * @param judging the form that judges it, if this reader may judge
   */
  public record Beside(Optional<ScanDrawing> strip, Optional<JudgingForm> judging) {}

  /**
   * A hit.
   *
   * @param view the same hit
   */
  public static HitEntry of(Hit hit, HitView view, SearchParameters parameters, Beside beside) {
    List<MarkedText> authors = hit.values(FacetField.AUTHOR);
    List<MarkedText> named =
        IntStream.range(0, authors.size())
            .filter(i -> i < MOST_AUTHORS || authors.get(i).isMarked())
            .mapToObj(authors::get)
            .toList();
    String address = parameters.toQueryString().after(ArticleAddress.path(hit.id()));
    return new HitEntry(
        view,
        address,
        href(hit, address, parameters),
        ArticleAddress.why(hit.id(), parameters),
        MarkedHtml.of(BriefSnippet.of(hit.snippets())),
        false,
        Stream.of(FacetField.SOURCE, FacetField.SECTION)
            .flatMap(facet -> hit.values(facet).stream())
            .map(FormattedValue::of)
            .map(MarkedHtml::of)
            .toList(),
        MarkedHtml.of(named),
        authors.size() - named.size(),
        DateLabel.of(hit.publishedAt()),
        PartLabel.of(hit.positions()),
        hit.matched().entrySet().stream()
            .flatMap(values -> Keyword.of(values.getKey(), values.getValue()).stream())
            .toList(),
        beside.strip().orElse(null),
        HitMoment.of(view.id(), view.at(), parameters),
        beside.judging().orElse(null),
        null);
  }

  /** The id of its place on the page. */
  public String anchor() {
    return anchor(hit.id());
  }

  /** The id of an article's place among the results. */
  public static String anchor(String id) {
    return "result-" + QueryString.encode(id);
  }

  /** {@code rtl} if the article is written from right to left; otherwise null. */
  public @Nullable String direction() {
    String language = hit.language();
    return language != null && WritingDirection.of(language).equals("rtl") ? "rtl" : null;
  }

  /** The strip of the scan that shows a hit's matches; empty if it cannot be shown. */
  public static Optional<ScanDrawing> strip(Hit hit, Scans scans) {
    return hit.positions()
        .strip()
        .filter(strip -> scans.has(strip.page()))
        .map(strip -> ScanDrawing.of(hit.id(), strip));
  }

  /** Whether it matches by meaning only. */
  public boolean isByMeaning() {
    return hit.foundBy().equals(BY_MEANING);
  }

  /** The first match or, of an article of many parts, the one with the most matches. */
  private static String href(Hit hit, String address, SearchParameters parameters) {
    Optional<BestPart> best = hit.positions().best().filter(PartLabel::isOneOfMany);
    return best.map(b -> PartAddress.of(hit.id(), parameters, b.number(), b.of()))
        .orElse(isMarked(hit) ? address + FIRST_MATCH : address);
  }

  private static boolean isMarked(Hit hit) {
    return Stream.of(
            List.of(hit.title()),
            hit.snippets(),
            hit.values().values().stream().flatMap(List::stream).toList())
        .flatMap(List::stream)
        .anyMatch(MarkedText::isMarked);
  }

  /** A copy with the reader's lists and read mark. */
  public HitEntry keptAs(KeptMark mark) {
    return with(snippetHtml, isAnswer, mark);
  }

  /** A copy that shows the sentence that answers a question, if that is of this article. */
  public HitEntry answering(FoundAnswers.Answer answer) {
    return answer.hit().id().equals(hit.id())
        ? with(MarkedHtml.of(answer.sentence().text()), true, kept)
        : this;
  }

  private HitEntry with(String shownHtml, boolean isAnswering, @Nullable KeptMark mark) {
    return new HitEntry(
        hit,
        address,
        href,
        why,
        shownHtml,
        isAnswering,
        kickerHtml,
        authorsHtml,
        moreAuthors,
        date,
        printedOn,
        matches,
        strip,
        moment,
        judging,
        mark);
  }
}
