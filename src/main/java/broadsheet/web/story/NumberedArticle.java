package broadsheet.web.story;

import broadsheet.engine.request.FacetField;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.MarkedText;
import broadsheet.names.NamedPart;
import broadsheet.query.QueryField;
import broadsheet.web.page.HitView;
import broadsheet.web.page.Keyword;
import broadsheet.web.page.MarkedHtml;
import broadsheet.web.page.TextLink;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
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
 * @param paragraphs the body
 * @param captionsHtml the words under its pictures
 * @param filedUnder topics, places, people and organisations, one group each, as far as known
 * @param relatedHtml headlines of other articles at its foot
 * @param matches the number of marks
 * @param firstNumbers the numbers from which the marks of some parts count
 * @param places the places of the marks in its texts
 */
public record NumberedArticle(
    List<Keyword> kicker,
    String headline,
    @Nullable String titleHtml,
    @Nullable String standfirstHtml,
    List<String> correctionsHtml,
    List<Keyword> authors,
    @Nullable String datelineHtml,
    List<BodyParagraph> paragraphs,
    List<String> captionsHtml,
    List<KeywordGroup> filedUnder,
    List<String> relatedHtml,
    int matches,
    FirstNumbers firstNumbers,
    List<MarkedPlace> places) {

  /**
   * The place of a mark.
   *
   * @param part the text it stands in, whose paragraphs are separated by one character
   * @param number the number of the mark on the page, from 1
   */
  public record MarkedPlace(QueryField part, int start, int end, int number) {}

  /** The number of the mark at a place of a text; empty if there is none. */
  OptionalInt numberAt(QueryField part, int offset) {
    return places.stream()
        .filter(place -> place.part() == part && place.start() <= offset && offset < place.end())
        .mapToInt(MarkedPlace::number)
        .findFirst();
  }

  /** The keywords of one facet, under its name. */
  public record KeywordGroup(String name, List<Keyword> keywords) {}

  /** The numbers of the first marks of the headline and the body, if they have any. */
  public record FirstNumbers(int title, int body) {}

  /**
   * @param names the names found in the article, each leading to its page
   */
  static NumberedArticle of(MarkedArticle marked, NameLinks names) {
    return of(marked, names, BodyParts.NONE, List.of());
  }

  /**
   * The same, with the places where pages and files begin, and what is folded.
   *
   * @param parts the parts of the body
   * @param repeated what its source repeats
   */
  static NumberedArticle of(
      MarkedArticle marked, NameLinks names, BodyParts parts, List<RepeatedText> repeated) {
    return new Numbering(marked, names, parts, repeated).numbered();
  }

  /** The body, with nothing folded. */
  List<String> paragraphsHtml() {
    return paragraphs.stream().map(BodyParagraph::html).toList();
  }

  /** Numbers the marks; parts must be formatted in page order. */
  private static final class Numbering {
    private final MarkedArticle marked;
    private final NameLinks names;
    private final BodyHtml format;
    private final AtomicInteger last = new AtomicInteger();
    private final List<MarkedPlace> places = new ArrayList<>();

    Numbering(MarkedArticle marked, NameLinks names, BodyParts parts, List<RepeatedText> repeated) {
      this.marked = marked;
      this.names = names;
      format = new BodyHtml(parts, repeated, (text, start) -> html(NamedPart.BODY, text, start));
    }

    NumberedArticle numbered() {
      List<Keyword> kicker =
          Stream.of(FacetField.SOURCE, FacetField.SECTION)
              .flatMap(facet -> keywords(facet).stream())
              .toList();
      int firstInTitle = last.get() + 1;
      String title = filled(QueryField.TITLE, NamedPart.TITLE, marked.title());
      String standfirst = filled(QueryField.STANDFIRST, NamedPart.STANDFIRST, marked.standfirst());
      List<String> corrections = html(QueryField.CORRECTION, marked.corrections());
      List<Keyword> authors = keywords(FacetField.AUTHOR);
      String dateline = filled(QueryField.DATELINE, NamedPart.DATELINE, marked.dateline());
      int firstInBody = last.get() + 1;
      List<BodyParagraph> paragraphs = body();
      List<String> captions = html(QueryField.CAPTION, NamedPart.CAPTION, marked.captions());
      List<KeywordGroup> groups =
          Stream.of(
                  new KeywordGroup("Collection", keywords(FacetField.COLLECTION)),
                  new KeywordGroup("Edition", keywords(FacetField.EDITION)),
                  new KeywordGroup("Correction of", keywords(FacetField.CORRECTION_OF)),
                  new KeywordGroup("Topics", keywords(FacetField.TOPIC)),
                  new KeywordGroup("Places", keywords(FacetField.PLACE)),
                  new KeywordGroup("People", keywords(FacetField.PERSON)),
                  new KeywordGroup("Organisations", keywords(FacetField.ORGANISATION)),
                  new KeywordGroup("Speakers", keywords(FacetField.SPEAKER)))
              .filter(group -> !group.keywords().isEmpty())
              .toList();
      List<String> related = html(QueryField.RELATED, marked.related());
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
          new FirstNumbers(firstInTitle, firstInBody),
          places);
    }

    private String html(MarkedText text) {
      return MarkedHtml.numbered(text, last::incrementAndGet);
    }

    /** The paragraphs of a part in which names are not looked for. */
    private List<String> html(QueryField part, List<MarkedText> paragraphs) {
      List<String> html = new ArrayList<>();
      int start = 0;
      for (MarkedText paragraph : paragraphs) {
        note(part, paragraph, start);
        html.add(html(paragraph));
        start += paragraph.text().length() + 1; // a line feed
      }
      return html;
    }

    /** Notes the places of the next marks. */
    private void note(QueryField part, MarkedText paragraph, int start) {
      int number = last.get();
      for (MarkedText.Mark mark : paragraph.marks()) {
        number++;
        places.add(new MarkedPlace(part, start + mark.start(), start + mark.end(), number));
      }
    }

    /** The paragraphs of a part, with the names in them. */
    private List<String> html(QueryField field, NamedPart part, List<MarkedText> paragraphs) {
      List<String> html = new ArrayList<>();
      int start = 0;
      for (MarkedText paragraph : paragraphs) {
        note(field, paragraph, start);
        html.add(html(part, paragraph, start));
        start += paragraph.text().length() + 1; // a line feed
      }
      return html;
    }

    private List<BodyParagraph> body() {
      List<BodyParagraph> body = new ArrayList<>();
      int start = 0;
      for (MarkedText paragraph : marked.paragraphs()) {
        note(QueryField.BODY, paragraph, start);
        body.add(format.paragraph(body.size(), paragraph, start));
        start += paragraph.text().length() + 1; // a line feed
      }
      return body;
    }

    private String html(NamedPart part, MarkedText text, int start) {
      List<TextLink> links = names.within(part, start, start + text.text().length());
      return MarkedHtml.numbered(text, links, last::incrementAndGet);
    }

    private @Nullable String filled(QueryField field, NamedPart part, MarkedText text) {
      return HitView.filledOrNull(html(field, part, List.of(text)).getFirst());
    }

    private List<Keyword> keywords(FacetField facet) {
      return Keyword.of(QueryField.valueOf(facet.name()), marked.values(facet), this::html);
    }
  }
}
