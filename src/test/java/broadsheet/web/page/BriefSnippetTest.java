package broadsheet.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.engine.result.MarkedText;
import broadsheet.engine.result.MarkedText.Mark;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BriefSnippetTest {

  private static final String FILLER =
      "and so the council went on to the next point of its agenda ";

  /** Text with its marks in brackets. */
  private static MarkedText marked(String text) {
    List<Mark> marks = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher pieces = Pattern.compile("\\[([^]]*)]|[^\\[]+").matcher(text);
    while (pieces.find()) {
      int start = plain.length();
      plain.append(pieces.group(1) == null ? pieces.group() : pieces.group(1));
      if (pieces.group(1) != null) {
        marks.add(new Mark(start, plain.length()));
      }
    }
    return new MarkedText(plain.toString(), marks);
  }

  private static String brief(String... snippets) {
    return brackets(BriefSnippet.of(List.of(snippets).stream().map(s -> marked(s)).toList()));
  }

  private static String brackets(MarkedText marked) {
    return MarkedHtml.of(marked).replace("<mark>", "[").replace("</mark>", "]");
  }

  @Test
  void shortSnippetsStayAsTheyAre() {
    assertThat(brief()).isEmpty();
    assertThat(brief("The [harbour] froze.")).isEqualTo("The [harbour] froze.");
    assertThat(brief("The [harbour] froze.", "The [tide] rose."))
        .isEqualTo("The [harbour] froze. … The [tide] rose.");
  }

  @Test
  void aSnippetThatAddsNoMatchIsLeftOut() {
    assertThat(brief("More [guns] here.", "Laws on [gun] [control]."))
        .isEqualTo("Laws on [gun] [control].");
    assertThat(brief("Laws on [gun] [control].", "[Guns] and [controls]."))
        .isEqualTo("Laws on [gun] [control].");
    assertThat(brief("[late frost] came", "[frost] and [late] trains")).contains("trains");
  }

  @Test
  void aLongSnippetIsCutAtWordsAroundMostMatches() {
    String brief =
        brief("[harbour] " + FILLER.repeat(4) + "the [harbour] and the [pier] " + FILLER.repeat(2));
    assertThat(brief).startsWith("… ").endsWith(" …").contains("[harbour] and the [pier]");
    assertThat(brief.replaceAll("[\\[\\]]", "").length()).isLessThan(BriefSnippet.LENGTH + 5);
    String first = brief.substring(1, brief.indexOf(' ', 2) + 1);
    assertThat(" " + FILLER).contains(first);
  }

  @Test
  void aMatchAtTheEndHasAsMuchTextBeforeItAsThereIsRoom() {
    String brief = brief(FILLER.repeat(4) + "the [harbour]");
    assertThat(brief).endsWith("the [harbour]");
    assertThat(brief.length()).isGreaterThan(BriefSnippet.LENGTH - 10);
  }

  @Test
  void formsOfOneWordCountOnce() {
    assertThat(brief("[tide] [tides] " + FILLER.repeat(3) + "the [tide] at the [pier] " + FILLER))
        .contains("[pier]");
  }

  @Test
  void bothSnippetsKeepTheirMatchWhereEachAddsOne() {
    assertThat(brief(FILLER.repeat(5) + "[harbour]", "[pier] " + FILLER.repeat(5)))
        .contains("[harbour]")
        .contains("[pier]");
  }

  @Test
  void theLabelOfACaptionStaysWhenItsWordsAreCut() {
    assertThat(brief("Caption: " + FILLER.repeat(5) + "[pier]"))
        .startsWith("Caption: … ")
        .endsWith("[pier]");
  }

  @Test
  void aMatchLongerThanTheRoomIsWhole() {
    String phrase = FILLER.repeat(5).strip();
    assertThat(brief("Then [" + phrase + "] " + FILLER)).isEqualTo("Then [" + phrase + "] …");
  }

  @Test
  void marksAreWholeAndAreWordsOfTheSnippetsWhateverTheText() {
    long seed = Long.getLong("seed", 20261129L);
    Random random = new Random(seed);
    String[] words = {
      "ab", "[cd]", "efgh", "[ijklmnop qrst]", "ü𝒳𝒳", "[𝒳]", "…", "uvw".repeat(70)
    };
    for (int round = 0; round < 3_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(1, 90);
      for (int i = 0; i < length; i++) {
        text.append(words[random.nextInt(words.length)]).append(' ');
      }
      String snippet = text.toString().strip();
      String brief = brief(snippet);
      assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(brief)).as(snippet).isTrue();
      boolean isMarked = snippet.contains("[");
      assertThat(brief.contains("[")).as("seed %d: %s", seed, snippet).isEqualTo(isMarked);
      Matcher mark = Pattern.compile("\\[[^]]*]").matcher(brief);
      while (mark.find()) {
        assertThat(snippet).contains(mark.group());
      }
    }
  }
}
