package broadsheet.engine.result;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Box;
import broadsheet.article.Enclosure;
import broadsheet.article.Moment;
import broadsheet.article.Place;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.Recording;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import broadsheet.engine.result.MarkPlaces.MarkBox;
import broadsheet.engine.result.MarkPlaces.MarkPlace;
import broadsheet.engine.result.MarkedText.Mark;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkPlacesTest {
  private static final PrintedPage PAGE = new PrintedPage(1, "1", 100, 100, "/scans/1.jpg");

  private final List<WordPlace> words = new ArrayList<>();

  private void word(int number, int page, double left, double top) {
    words.add(new WordPlace(number, page, new Box(left, top, 0.05, 0.02)));
  }

  private List<MarkBox> boxes(MarkedText title, MarkedText... paragraphs) {
    Positions print = new Positions(List.of(PAGE, PAGE), WordPlaces.of(words), 80);
    return MarkPlaces.boxes(print, title, List.of(paragraphs));
  }

  private static MarkedText marked(String text, String... parts) {
    List<Mark> marks = new ArrayList<>();
    int from = 0;
    for (String part : parts) {
      int start = text.indexOf(part, from);
      from = start + part.length();
      marks.add(new Mark(start, from));
    }
    return new MarkedText(text, marks);
  }

  private static MarkedText plain(String text) {
    return MarkedText.unmarked(text);
  }

  @Test
  void marksAreNumberedThroughTitleAndParagraphs() {
    word(0, 0, 0.1, 0.1);
    word(1, 0, 0.2, 0.1);
    word(2, 0, 0.1, 0.3);
    word(3, 1, 0.1, 0.5);
    List<MarkBox> boxes =
        boxes(marked("New bridge", "bridge"), plain("It"), marked("opened.", "opened"));
    assertThat(boxes).extracting(MarkBox::mark).containsExactly(0, 1);
    assertThat(boxes).extracting(MarkBox::page).containsExactly(0, 1);
    assertThat(boxes.getFirst().box().left()).isBetween(0.199, 0.201);
  }

  @Test
  void aPhraseOnOneLineIsOneBox() {
    word(0, 0, 0.10, 0.1);
    word(1, 0, 0.16, 0.101);
    word(2, 0, 0.22, 0.1);
    List<MarkBox> boxes = boxes(plain(""), marked("the new bridge", "new bridge"));
    assertThat(boxes).hasSize(1);
    assertThat(boxes.getFirst().box().left()).isBetween(0.159, 0.161);
    assertThat(boxes.getFirst().box().right()).isBetween(0.269, 0.271);
  }

  @Test
  void aPhraseAcrossLinesColumnsAndPagesHasABoxOnEach() {
    word(0, 0, 0.9, 0.1);
    word(1, 0, 0.1, 0.13);
    word(2, 0, 0.5, 0.13);
    word(3, 1, 0.1, 0.1);
    List<MarkBox> boxes = boxes(plain(""), marked("a b c d", "a b c d"));
    assertThat(boxes).extracting(MarkBox::mark).containsOnly(0);
    assertThat(boxes).extracting(MarkBox::page).containsExactly(0, 0, 0, 1);
  }

  @Test
  void aHyphenatedWordIsMarkedInBothHalves() {
    word(0, 0, 0.9, 0.1);
    word(0, 0, 0.1, 0.13);
    assertThat(boxes(plain(""), marked("newspaper", "newspaper"))).hasSize(2);
    assertThat(boxes(plain(""), marked("newspaper", "paper"))).hasSize(2);
  }

  @Test
  void aPartOfAWordMarksTheWord() {
    word(0, 0, 0.1, 0.1);
    word(1, 0, 0.2, 0.1);
    List<MarkBox> boxes = boxes(plain(""), marked("well-being, now", "being"));
    assertThat(boxes).hasSize(1);
    assertThat(boxes.getFirst().box().left()).isBetween(0.099, 0.101);
  }

  @Test
  void wordsWithoutAPlaceHaveNoBox() {
    word(1, 0, 0.1, 0.1);
    assertThat(boxes(marked("lost found", "lost"))).isEmpty();
    assertThat(boxes(marked("lost found", "found"))).hasSize(1);
    assertThat(boxes(plain("lost found"))).isEmpty();
  }

  @Test
  void severalMarksInAWordAreEachMarked() {
    word(0, 0, 0.1, 0.1);
    List<MarkBox> boxes = boxes(marked("well-being", "well", "being"));
    assertThat(boxes).extracting(MarkBox::mark).containsExactly(0, 1);
  }

  @Test
  void aWholeBodyCountsLikeItsParagraphs() {
    word(0, 0, 0.1, 0.1);
    word(1, 0, 0.2, 0.1);
    word(2, 0, 0.1, 0.2);
    assertThat(boxes(plain("One"), marked("two\nthree", "three")))
        .isEqualTo(boxes(plain("One"), plain("two"), marked("three", "three")));
  }

  @Test
  void theStripIsWhereMostMatchesAre() {
    word(0, 0, 0.1, 0.1);
    word(1, 0, 0.1, 0.60);
    word(2, 0, 0.2, 0.62);
    Positions print = new Positions(List.of(PAGE), WordPlaces.of(words), 80);
    MarkedText body = marked("a b c", "a", "b", "c");
    ScanStrip strip = HitPositions.of(print, plain(""), body).strip().orElseThrow();
    assertThat(strip.marks()).hasSize(2);
    assertThat(strip.view().top()).isBetween(0.5, 0.6);
    assertThat(strip.view().bottom()).isGreaterThan(0.64);
  }

  @Test
  void aCueHoldsUpToTheNext() {
    List<WordPlace> cues =
        List.of(
            new WordPlace(1, 0, new Moment(0, 2_500)),
            new WordPlace(4, 0, new Moment(2_500, 4_000)),
            new WordPlace(5, 1, Place.SOMEWHERE));
    Positions positions =
        new Positions(
            List.of(new Recording("talk.mp3", ""), new Enclosure("notes.txt")),
            WordPlaces.of(cues),
            Positions.UNKNOWN_QUALITY);
    MarkedText body =
        marked("The old bridge opened today again", "The", "bridge", "opened", "again");
    List<MarkPlace> places = MarkPlaces.of(positions, plain("Harbour"), List.of(body));
    assertThat(places).extracting(MarkPlace::mark).containsExactly(0, 1, 2, 3);
    assertThat(places).extracting(MarkPlace::part).containsExactly(0, 0, 0, 1);
    assertThat(places)
        .extracting(MarkPlace::place)
        .containsExactly(
            new Moment(0, 2_500), new Moment(0, 2_500), new Moment(2_500, 4_000), Place.SOMEWHERE);
    assertThat(MarkPlaces.boxes(positions, plain("Harbour"), List.of(body))).isEmpty();
  }

  @Test
  void aMarkOverTwoCuesBeginsWithTheFirst() {
    List<WordPlace> cues =
        List.of(
            new WordPlace(0, 0, new Moment(0, 1_000)),
            new WordPlace(2, 0, new Moment(1_000, 9_000)));
    Positions positions =
        new Positions(
            List.of(new Recording("talk.mp3", "")), WordPlaces.of(cues), Positions.UNKNOWN_QUALITY);
    assertThat(MarkPlaces.of(positions, plain(""), List.of(marked("the old bridge", "old bridge"))))
        .containsExactly(new MarkPlace(0, 0, new Moment(0, 1_000)));
  }
}
