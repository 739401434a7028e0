package broadsheet.web.story;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.PrintedPage;
import broadsheet.engine.result.MarkedArticle;
import broadsheet.engine.result.NamedPlace;
import broadsheet.lucene.LuceneSearchEngine;
import broadsheet.lucene.TestIndex;
import broadsheet.names.Name;
import broadsheet.names.NameKind;
import broadsheet.names.NamedPart;
import broadsheet.path.SourceRoots;
import broadsheet.query.QueryParser;
import broadsheet.scan.Scans;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names in an article lead to their pages, beside the marks of a query. */
class NumberedArticleTest {

  private static final Article STORY =
      Article.withId("story")
          .title("Ada Quill leaves")
          .standfirst("Quill's last day")
          .dateline("PORT ELLERY, Feb 26 -")
          .paragraphs(List.of("The chair, Ada Quill, left.", "Mrs. Quill thanked Port Ellery."))
          .captions(List.of("A pier.", "Quill at sea"))
          .language("en")
          .build();

  private static final Name CHAIR = new Name(NameKind.PERSON, "Ada Quill");
  private static final Name PORT = new Name(NameKind.PLACE, "Port Ellery");

  @TempDir private Path folder;

  private static Stream<NamedPlace> places(Name name, String pattern) {
    return Stream.of(NamedPart.values())
        .flatMap(
            part ->
                Pattern.compile(pattern)
                    .matcher(part.of(STORY))
                    .results()
                    .map((MatchResult m) -> new NamedPlace(part, m.start(), m.end(), name)));
  }

  private NumberedArticle numbered(String query) {
    return NumberedArticle.of(marked(STORY, query), NameLinks.of(names().toList()));
  }

  private NumberedArticle inBody(String query) {
    return NumberedArticle.of(marked(STORY, query), namesOfBody());
  }

  private static NameLinks namesOfBody() {
    return NameLinks.of(names().filter(place -> place.part() == NamedPart.BODY).toList());
  }

  private MarkedArticle marked(Article article, String query) {
    try (LuceneSearchEngine engine = TestIndex.engine(folder.resolve("index"), article)) {
      return engine
          .find("story", QueryParser.parse(query, LocalDate.of(2026, 1, 15)).root())
          .orElseThrow();
    }
  }

  private static Stream<NamedPlace> names() {
    return Stream.concat(places(PORT, "(?i)Port Ellery"), places(CHAIR, "(Ada )?Quill"));
  }

  private static List<Element> links(String html) {
    return Jsoup.parseBodyFragment(html).select("a.name[href]");
  }

  @Test
  void aNameLeadsToItsPageFromItsFirstMention() {
    NumberedArticle article = numbered("pier");
    assertThat(article.titleHtml())
        .isEqualTo("<a class=\"name\" href=\"/name/person/Ada%20Quill\">Ada Quill</a> leaves");
    assertThat(article.standfirstHtml()).isEqualTo("Quill&#39;s last day");
    assertThat(article.datelineHtml())
        .isEqualTo(
            "<a class=\"name\" href=\"/name/place/Port%20Ellery\">PORT ELLERY</a>, Feb 26 -");
    assertThat(article.paragraphsHtml())
        .containsExactly("The chair, Ada Quill, left.", "Mrs. Quill thanked Port Ellery.");
    assertThat(article.captionsHtml())
        .containsExactly("A <mark id=\"hit-1\">pier</mark>.", "Quill at sea");
  }

  @Test
  void aMentionOfTwoNamesLeadsToOneOfThemEverywhere() {
    NameLinks links =
        NameLinks.of(
            List.of(
                new NamedPlace(NamedPart.BODY, 0, 4, PORT),
                new NamedPlace(NamedPart.BODY, 0, 4, CHAIR),
                new NamedPlace(NamedPart.BODY, 9, 13, PORT),
                new NamedPlace(NamedPart.BODY, 9, 13, CHAIR)));
    assertThat(links.within(NamedPart.BODY, 0, 20)).hasSize(1);
    assertThat(links.names()).containsExactly(PORT, CHAIR);
  }

  @Test
  void eachNameIsListedOnceByItsFirstMention() {
    List<NamedPlace> names =
        Stream.concat(places(PORT, "Port Ellery"), places(CHAIR, "Quill")).toList();
    assertThat(NameLinks.of(names).names()).containsExactly(CHAIR, PORT);
  }

  @Test
  void marksAndNamesNest() {
    String inside = inBody("quill").paragraphsHtml().getFirst();
    assertThat(links(inside)).hasSize(1);
    assertThat(inside).contains("Ada <mark id=\"hit-3\">Quill</mark></a>");
    String around = inBody("\"the chair, ada quill, left\"").paragraphsHtml().getFirst();
    assertThat(around).startsWith("<mark id=\"hit-1\">The chair, <a ").endsWith("left</mark>.");
    String across = inBody("\"quill, left\"").paragraphsHtml().getFirst();
    assertThat(links(across)).extracting(Element::text).containsExactly("Ada", "Quill");
    assertThat(Jsoup.parseBodyFragment(across).select("mark").eachText())
        .containsExactly("Quill, left");
  }

  /** Its body with what begins and ends with these words folded. */
  private List<BodyParagraph> folded(Article article, String query, String... ends) {
    String body = NamedPart.BODY.of(article);
    List<RepeatedText> repeated = new ArrayList<>();
    for (int i = 0; i < ends.length; i += 2) {
      int start = body.indexOf(ends[i]);
      int end = body.indexOf(ends[i + 1], start) + ends[i + 1].length();
      repeated.add(new RepeatedText(start, end, body.substring(start, end), "", null));
    }
    return NumberedArticle.of(marked(article, query), namesOfBody(), BodyParts.NONE, repeated)
        .paragraphs();
  }

  private static List<String> pieces(BodyParagraph paragraph) {
    return paragraph.pieces().stream()
        .map(piece -> (piece.repeated() == null ? "" : piece.isMarked() ? "+" : "-") + piece.html())
        .toList();
  }

  @Test
  void whatIsRepeatedWithinAParagraphIsAPieceOfIt() {
    List<BodyParagraph> body = folded(STORY, "left OR thanked", "Ada", "left", "thanked", "Port");
    assertThat(pieces(body.getFirst()))
        .containsExactly(
            "The chair, ",
            "+<a class=\"name\" href=\"/name/person/Ada%20Quill\">Ada Quill</a>,"
                + " <mark id=\"hit-1\">left</mark>",
            ".");
    assertThat(pieces(body.getLast()).get(1)).isEqualTo("+<mark id=\"hit-2\">thanked</mark> Port");
    assertThat(pieces(body.getLast()).getLast()).isEqualTo(" Ellery.");
    assertThat(body).allMatch(BodyParagraph::hasFolds);
    assertThat(BodyBlock.of(body)).extracting(BodyBlock::repeated).containsOnlyNulls();
  }

  @Test
  void paragraphsWithoutWordsOfTheirOwnAreFoldedTogether() {
    Article story =
        STORY.toBuilder()
            .paragraphs(List.of("It left.", "Sign up.", "* Tide news. *", "By boat.", "It came."))
            .build();
    List<BodyBlock> blocks =
        BodyBlock.of(folded(story, "tide", "Sign", "Tide news.", "By", "boat."));
    assertThat(blocks).extracting(block -> block.paragraphs().size()).containsExactly(1, 2, 1, 1);
    assertThat(blocks).extracting(BodyBlock::isOpen).containsExactly(false, true, false, false);
    assertThat(blocks.get(1).paragraphs().getLast().html())
        .isEqualTo("* <mark id=\"hit-1\">Tide</mark> news. *");
    assertThat(blocks.getLast().repeated()).isNull();
  }

  /** A page of a newsletter begins within its box; a mark is never cut. */
  @Test
  void pagesBeginOutsideOfFoldsAndMarksAreWhole() {
    PartStart start =
        new PartStart(1, new PrintedPage(1, "2", 0, 0, ""), 0, "The chair, Ada".length() - 3);
    MarkedArticle marked = marked(STORY, "\"chair, ada\"");
    List<String> first;
    RepeatedText repeated = new RepeatedText(6, 21, "", "", null);
    try (Scans scans = new Scans(new SourceRoots(List::of))) {
      BodyParts parts = BodyParts.of("story", List.of(start), scans);
      NumberedArticle article = NumberedArticle.of(marked, namesOfBody(), parts, List.of(repeated));
      first = pieces(article.paragraphs().getFirst());
    }
    assertThat(first).hasSize(4);
    assertThat(first.get(1)).contains("id=\"page-2\"");
    assertThat(first.get(2)).startsWith("+<mark id=\"hit-1\">chair, ");
  }
}
