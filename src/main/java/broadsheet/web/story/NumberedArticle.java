package broadsheet.web.story;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.names.NamedPart;
import broadsheet.web.page.HitView;
import broadsheet.web.page.Keyword;
import broadsheet.web.page.MarkedHtml;
import broadsheet.web.page.TextLink;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The parts of an article as its page shows them, with the marks numbered in page order by their
 * ids.
 *
 * @param kicker source and section, as far as known
 * @param headline its headline, plain; a substitute where it has none
 * @param titleHtml the headline; null if there is none, as are the next two
 * @param correctionsHtml notes on what was corrected
 * @param authors the authors
 * @param paragraphsHtml the body
 * @param captionsHtml the words under its pictures
 * @param filedUnder topics, places, people and organisations, one group each, as far as known
 * @param relatedHtml headlines of other articles at its foot
 * @param matches the number of marks
 * @param firstNumbers the numbers from which the marks of some parts count
 */
public record NumberedArticle(
    List<Keyword> kicker,
    String headline,
    @Nullable String titleHtml,
    @Nullable String standfirstHtml,
    List<String> correctionsHtml,
    List<Keyword> authors,
    @Nullable String datelineHtml,
    List<String> paragraphsHtml,
    List<String> captionsHtml,
    List<KeywordGroup> filedUnder,
    List<String> relatedHtml,
    int matches,
    FirstNumbers firstNumbers) {

  /** The keywords of one facet, under its name. */
  public record KeywordGroup(String name, List<Keyword> keywords) {}

  /** The numbers of the first marks of the headline and the body, if they have any. */
  public record FirstNumbers(int title, int body) {}

  /**
   * @param names the names found in the article, each leading to its page
   */
  static NumberedArticle of(MarkedArticle marked, NameLinks names) {
    return new Numbering(marked, names).numbered();
  }

  /** Numbers the marks; parts must be formatted in page order. */
  private static final class Numbering {
    private final MarkedArticle marked;
    private final NameLinks names;
    private final AtomicInteger last = new AtomicInteger();

    Numbering(MarkedArticle marked, NameLinks names) {
      this.marked = marked;
      this.names = names;
    }

    NumberedArticle numbered() {
      List<Keyword> kicker =
          Stream.of(FacetField.SOURCE, FacetField.SECTION)
              .flatMap(facet -> keywords(facet).stream())
              .toList();
      int firstInTitle = last.get() + 1;
      String title = filled(NamedPart.TITLE, marked.title());
      String standfirst = filled(NamedPart.STANDFIRST, marked.standfirst());
      List<String> corrections = marked.corrections().stream().map(this::html).toList();
      List<Keyword> authors = keywords(FacetField.AUTHOR);
      String dateline = filled(NamedPart.DATELINE, marked.dateline());
      int firstInBody = last.get() + 1;
      List<String> paragraphs = html(NamedPart.BODY, marked.paragraphs());
      List<String> captions = html(NamedPart.CAPTION, marked.captions());
      List<KeywordGroup> groups =
          Stream.of(
                  new KeywordGroup("Edition", keywords(FacetField.EDITION)),
                  new KeywordGroup("Correction of", keywords(FacetField.CORRECTION_OF)),
                  new KeywordGroup("Topics", keywords(FacetField.TOPIC)),
                  new KeywordGroup("Places", keywords(FacetField.PLACE)),
                  new KeywordGroup("People", keywords(FacetField.PERSON)),
                  new KeywordGroup("Organisations", keywords(FacetField.ORGANISATION)))
              .filter(group -> !group.keywords().isEmpty())
              .toList();
      List<String> related = marked.related().stream().map(this::html).toList();
      return new NumberedArticle(
          kicker,
          marked.article().headline(),
          title,
          standfirst,
          corrections,
          authors,
          dateline,
          paragraphs,
          captions,
          groups,
          related,
          last.get(),
          new FirstNumbers(firstInTitle, firstInBody));
    }

    private String html(MarkedText text) {
      return MarkedHtml.numbered(text, last::incrementAndGet);
    }

    /** The paragraphs of a part, with the names in them. */
    private List<String> html(NamedPart part, List<MarkedText> paragraphs) {
      List<String> html = new ArrayList<>();
      int start = 0;
      for (MarkedText paragraph : paragraphs) {
        int end = start + paragraph.text().length();
        List<TextLink> links = names.within(part, start, end);
        html.add(MarkedHtml.numbered(paragraph, links, last::incrementAndGet));
        start = end + 1; // a line feed
      }
      return html;
    }

    private @Nullable String filled(NamedPart part, MarkedText text) {
      return HitView.filledOrNull(html(part, List.of(text)).getFirst());
    }

    private List<Keyword> keywords(FacetField facet) {
      return Keyword.of(facet, marked.values().getOrDefault(facet, List.of()), this::html);
    }
  }
}
