package broadsheet.corpus.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Layouts of single glyphs, each half as wide as its size. */
class PageLayoutTest {
  private static final double SIZE = 10;

  private static void print(String text, double left, double baseline, List<Glyph> to) {
    for (int i = 0; i < text.length(); i++) {
      String letter = text.substring(i, i + 1);
      if (!letter.isBlank()) {
        to.add(new Glyph(letter, left + i * SIZE / 2, baseline, SIZE / 2, SIZE, 0));
      }
    }
  }

  private static String text(List<Glyph> glyphs) {
    return PageLayout.page(glyphs, 1, new Sheet(600, 800, 0), new Hyphens()).paragraphs().stream()
        .map(PdfParagraph::text)
        .collect(Collectors.joining("|"));
  }

  @Test
  void narrowGutterBetweenJustifiedColumnsIsSeen() {
    List<Glyph> glyphs = new ArrayList<>();
    String[] left = {"left  column  text is", "narrow  and it is  in", "a newspaper of  their"};
    String[] right = {"beside it  is another", "of  the same width of", "letters and  of lines"};
    for (int i = 0; i < 12; i++) {
      print(left[i % 3], 20, 100 + 12 * i, glyphs);
      print(right[i % 3], 20 + 21 * 5 + 8, 100 + 12 * i, glyphs);
    }
    assertThat(text(glyphs))
        .startsWith("left column text is narrow and it is in a newspaper of their left column")
        .contains("of their beside it is another of the same")
        .endsWith("letters and of lines");
  }

  @Test
  void headlineAcrossColumnsPartsWhatIsAboveFromWhatIsBelow() {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      print("One.", 20, 100 + 12 * i, glyphs);
      print("Two.", 120, 100 + 12 * i, glyphs);
      print("Three.", 20, 300 + 12 * i, glyphs);
      print("Four.", 120, 300 + 12 * i, glyphs);
    }
    print("Across all of the columns.", 20, 240, glyphs);
    assertThat(text(glyphs).replaceAll("(\\w+\\.)( \\1)+", "$1"))
        .isEqualTo("One.|Two.|Across all of the columns.|Three.|Four.");
  }

  /** After the tables of the ICDAR 2013 competition, such as {@code us-004} and {@code eu-017}. */
  @Test
  void rowsOfATableStayRows() {
    List<Glyph> glyphs = new ArrayList<>();
    print("Catch by harbour", 20, 80, glyphs);
    String[] harbours = {"Emberport", "Sandwick", "Outer", "Old Quay", "All"};
    for (int i = 0; i < harbours.length; i++) {
      print(harbours[i], 20, 110 + 14 * i, glyphs);
      print(String.valueOf(1204 + i), 200, 110 + 14 * i, glyphs);
      print(31 + i + ".5", 320, 110 + 14 * i, glyphs);
    }
    print("islands and skerries", 20, 210, glyphs);
    assertThat(text(glyphs))
        .isEqualTo(
            "Catch by harbour|Emberport 1204 31.5|Sandwick 1205 32.5|Outer 1206 33.5"
                + "|Old Quay 1207 34.5|All 1208 35.5|islands and skerries");
  }

  @Test
  void cellOfSeveralLinesIsReadAsOne() {
    List<Glyph> glyphs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      print("Dredging of the", 20, 100 + 30 * i, glyphs);
      print("fairway " + (char) ('a' + i), 20, 112 + 30 * i, glyphs);
      print(String.valueOf(40 + i), 200, 100 + 30 * i, glyphs);
    }
    assertThat(text(glyphs))
        .startsWith("Dredging of the fairway a 40|Dredging of the fairway b 41|");
  }

  @Test
  void tableBesideRunningTextIsNoPartOfIt() {
    List<Glyph> glyphs = new ArrayList<>();
    String[] lines = {"The boats went out", "before dawn and by", "noon had come home"};
    for (int i = 0; i < 6; i++) {
      print(lines[i % 3], 20, 100 + 12 * i, glyphs);
      print("Quay " + (char) ('A' + i), 200, 100 + 12 * i, glyphs);
      print(String.valueOf(12 + i), 300, 100 + 12 * i, glyphs);
    }
    assertThat(text(glyphs))
        .startsWith("The boats went out before dawn and by noon had come home The boats")
        .endsWith("home|Quay A 12|Quay B 13|Quay C 14|Quay D 15|Quay E 16|Quay F 17");
  }

  @Test
  void lineOfATableOfContentsIsAParagraph() {
    List<Glyph> glyphs = new ArrayList<>();
    String[] titles = {"The harbour", "The ice", "Trade by sea", "The lighthouse"};
    for (int i = 0; i < titles.length; i++) {
      print(titles[i], 20, 100 + 12 * i, glyphs);
      print(String.valueOf(7 + 11 * i), 300, 100 + 12 * i, glyphs);
    }
    assertThat(text(glyphs))
        .isEqualTo("The harbour 7|The ice 18|Trade by sea 29|The lighthouse 40");
  }

  @Test
  void bulletOfASlideIsAParagraph() {
    List<Glyph> glyphs = new ArrayList<>();
    String[] items = {"Dredge the fairway", "Mend the quay", "Light the pier", "Count the boats"};
    for (int i = 0; i < items.length; i++) {
      print("\u2022", 20, 100 + 24 * i, glyphs);
      print(items[i], 35, 100 + 24 * i, glyphs);
      print("and Tell the council", 35, 112 + 24 * i, glyphs);
    }
    assertThat(text(glyphs))
        .startsWith(
            "\u2022 Dredge the fairway and Tell the council"
                + "|\u2022 Mend the quay and Tell the council|");
  }

  @Test
  void lineBesideAHeadlineIsNoPartOfIt() {
    List<Glyph> glyphs = new ArrayList<>();
    print("Inside this issue", 20, 100, glyphs);
    String headline = "Harbour";
    for (int i = 0; i < headline.length(); i++) {
      String letter = headline.substring(i, i + 1);
      glyphs.add(new Glyph(letter, 150 + 12 * i, 100, 12, 24, 0));
    }
    assertThat(text(glyphs)).isEqualTo("Inside this issue|Harbour");
  }

  @Test
  void linesThatAreFlushRightAreNotIndented() {
    List<Glyph> glyphs = new ArrayList<>();
    String[] lines = {"In the old days of the", "harbour it was", "closed by", "frost for weeks"};
    for (int i = 0; i < lines.length; i++) {
      print(lines[i], 400 - 5 * lines[i].length(), 100 + 12 * i, glyphs);
    }
    assertThat(text(glyphs)).isEqualTo(String.join(" ", lines));
  }

  @Test
  void textPrintedTwiceCountsOnce() {
    List<Glyph> glyphs = new ArrayList<>();
    print("bold letters all told", 20, 100, glyphs);
    print("bold letters all told", 20.4, 100.2, glyphs);
    assertThat(text(glyphs)).isEqualTo("bold letters all told");
  }

  @Test
  void letterSpacingOfOneTextIsNoSpaceBetweenWords() {
    List<Glyph> spaced = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      spaced.add(new Glyph("bridge".substring(i, i + 1), 20 + 8 * i, 100, 5, SIZE, 2.5));
    }
    assertThat(text(spaced)).isEqualTo("b r i d g e");
    assertThat(text(LetterSpacing.without(spaced))).isEqualTo("bridge");
  }

  @Test
  void rightToLeftTextIsReadFromTheRight() {
    List<Glyph> glyphs = new ArrayList<>();
    print("םולש", 100, 100, glyphs); // as printed, from left to right
    print("שדח", 60, 100, glyphs);
    assertThat(text(glyphs)).isEqualTo("שלום חדש");
  }

  @Test
  void hyphenOfACompoundStaysWhereTheTextWritesItSo() {
    List<Glyph> glyphs = new ArrayList<>();
    print("a left-hand turn and the next har-", 20, 100, glyphs);
    print("bour is by another left-", 20, 112, glyphs);
    print("hand turn.", 20, 124, glyphs);
    assertThat(text(glyphs))
        .isEqualTo("a left-hand turn and the next harbour is by another left-hand turn.");
  }

  @Test
  void indentBeginsAParagraph() {
    List<Glyph> glyphs = new ArrayList<>();
    print("The first goes on to the", 20, 100, glyphs);
    print("second line of it here", 20, 112, glyphs);
    print("  The next is indented", 20, 124, glyphs);
    print("and goes on as well.", 20, 136, glyphs);
    assertThat(text(glyphs))
        .isEqualTo(
            "The first goes on to the second line of it here|The next is indented and goes on as"
                + " well.");
  }

  @Test
  void anyArrangementGivesEachWordOnce() {
    java.util.Random random = new java.util.Random(5);
    for (int round = 0; round < 20; round++) {
      List<Glyph> glyphs = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        double size = 1 + random.nextDouble(30);
        glyphs.add(
            new Glyph(
                "x",
                random.nextDouble(600),
                random.nextDouble(800),
                random.nextDouble(size),
                size,
                random.nextDouble(5)));
      }
      int letters = text(glyphs).replaceAll("[^x]", "").length();
      assertThat(letters).isBetween(200, 300);
    }
  }
}
