package broadsheet.compare;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.article.Furniture;
import broadsheet.compare.VersionComparison.Row;
import broadsheet.compare.VersionComparison.Stretch;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class VersionsTest {

  private static Difference difference(String first, String second) {
    return Versions.difference(first.lines().toList(), second.lines().toList());
  }

  private static List<String> shown(String first, String second) {
    return Versions.compare(first.lines().toList(), second.lines().toList()).rows().stream()
        .map(row -> shown(row.first(), "-") + " | " + shown(row.second(), "+"))
        .toList();
  }

  private static String shown(List<Stretch> stretches, String sign) {
    return stretches.stream()
        .map(s -> s.isDifferent() ? sign + s.text() + sign : s.text())
        .collect(Collectors.joining());
  }

  @Test
  void sameTextHasNoDifference() {
    assertThat(difference("One two.\nThree.", "One two.\nThree."))
        .isEqualTo(new Difference(0, 0, 0, true, true));
    assertThat(difference("", "")).isEqualTo(new Difference(0, 0, 0, true, true));
  }

  private static Article article(String furniture, String... paragraphs) {
    String body = String.join("\n", paragraphs);
    int start = body.indexOf(furniture);
    Furniture repeated =
        furniture.isEmpty()
            ? Furniture.NONE
            : new Furniture(List.of(new Furniture.Stretch(start, start + furniture.length())));
    return Article.withId("a").paragraphs(List.of(paragraphs)).furniture(repeated).build();
  }

  @Test
  void whatASourceRepeatsIsNoDifference() {
    Article plain = article("", "The pier opens.", "It rained.");
    Article within = article("MORE links", "The pier MORE links opens.", "It rained.");
    Article boxed = article("Sign up\nhere.", "The pier opens.", "Sign up", "here.", "It rained.");
    Article copied = article("", "The pier opens.", "Sign up", "here.", "It rained.");
    for (Article other : List.of(within, boxed)) {
      assertThat(Versions.difference(plain, other).isSame()).isTrue();
      assertThat(Versions.difference(other, within).isSame()).isTrue();
    }
    assertThat(Versions.compare(boxed, copied).difference().isSame()).isTrue();
    assertThat(Versions.difference(plain, copied).more()).isEqualTo(3);
  }

  @Test
  void wordsAreCountedAsAddedLeftOutAndChanged() {
    assertThat(difference("The old pier opens.", "The old grain pier opens at last."))
        .isEqualTo(new Difference(3, 0, 0, false, true));
    assertThat(difference("The old pier opens at last.", "The pier opens."))
        .isEqualTo(new Difference(0, 3, 0, false, true));
    assertThat(difference("Ten ships came on Monday.", "Six ships came late on Monday."))
        .isEqualTo(new Difference(1, 0, 1, false, true));
  }

  @Test
  void signsAndCapitalsAloneAreNoWordsButADifference() {
    assertThat(difference("One, two.", "One; two."))
        .isEqualTo(new Difference(0, 0, 0, false, true));
    assertThat(difference("don't", "don’t").changed()).isEqualTo(1);
  }

  @Test
  void otherParagraphsAreNoDifference() {
    assertThat(difference("One two three.\nFour five.", "One two\nthree. Four five."))
        .isEqualTo(new Difference(0, 0, 0, true, true));
  }

  @Test
  void differingWordsAreToldWithTheBlanksBetweenThem() {
    assertThat(shown("The old grain pier opens.", "The new pier opens today."))
        .containsExactly("The -old grain pier opens-. | The +new pier opens today+.");
  }

  @Test
  void oneOrTwoEqualWordsBetweenChangesAreEqualByChance() {
    assertThat(
            shown(
                "The board met in the old hall of the port on Monday.",
                "The board chose a ship yard owner of the city on Monday."))
        .containsExactly(
            "The board -met in the old hall of the port- on Monday."
                + " | The board +chose a ship yard owner of the city+ on Monday.");
    assertThat(shown("A one b c, three d", "A 1 b c, 3 d"))
        .containsExactly("A -one b c, three- d | A +1 b c, 3+ d");
    assertThat(shown("It came one two as it should one two b", "It came 1 2 as it should 1 2 b"))
        .containsExactly(
            "It came -one two- as it should -one two- b | It came +1 2+ as it should +1 2+ b");
    assertThat(difference("a of b c", "x of y c")).isEqualTo(new Difference(0, 0, 2, false, true));
  }

  @Test
  void rowsArePairsOfParagraphs() {
    assertThat(shown("A one.\nB two.\nC three.", "A one.\nB 2.\nC three.\nD four."))
        .containsExactly(
            "A one. | A one.", "B -two-. | B +2+.", "C three. | C three.", " | +D four.+");
    assertThat(shown("A one.\nB two was here.", "Z 0.\nY.\nA 1.\nB two is here."))
        .last()
        .isEqualTo("B two -was- here. | B two +is+ here.");
  }

  @Test
  void charactersAreTheWordsOfScriptsWithoutBlanks() {
    assertThat(difference("老灯塔春天开放。", "老灯塔冬天开放。").changed()).isEqualTo(1);
    assertThat(shown("老灯塔春天开放。", "老灯塔冬天开放。")).containsExactly("老灯塔-春-天开放。 | 老灯塔+冬+天开放。");
  }

  /** The differences cover all of both versions, and the equal parts are equal. */
  @RepeatedTest(300)
  void nothingIsLostOrMadeUp(RepetitionInfo run) {
    Random random = new Random(run.getCurrentRepetition());
    List<String> first = text(random);
    List<String> second = random.nextBoolean() ? edited(first, random) : text(random);
    VersionComparison found = Versions.compare(first, second);
    assertThat(joined(found, Row::first)).isEqualTo(String.join(" ", first));
    assertThat(joined(found, Row::second)).isEqualTo(String.join(" ", second));
    assertThat(same(found, Row::first)).isEqualTo(same(found, Row::second));
    Difference difference = found.difference();
    assertThat(difference.isExact()).isTrue();
    assertThat(difference.more() - difference.fewer())
        .isEqualTo(Pieces.words(second) - Pieces.words(first));
    assertThat(Versions.difference(/* first= */ second, /* second= */ first).isSame())
        .isEqualTo(difference.isSame());
    assertThat(difference.isSame())
        .isEqualTo(String.join(" ", first).equals(String.join(" ", second)));
  }

  private static List<String> text(Random random) {
    List<String> paragraphs = new ArrayList<>();
    for (int i = random.nextInt(4); i >= 0; i--) {
      List<String> words = new ArrayList<>();
      for (int j = random.nextInt(12); j >= 0; j--) {
        words.add(random.nextInt(4) == 0 ? "a," : Character.toString('a' + random.nextInt(6)));
      }
      paragraphs.add(String.join(" ", words));
    }
    return paragraphs;
  }

  private static List<String> edited(List<String> paragraphs, Random random) {
    return paragraphs.stream()
        .filter(_ -> random.nextInt(5) > 0)
        .map(p -> p.replaceFirst(Character.toString('a' + random.nextInt(6)), "x y"))
        .toList();
  }

  private static String joined(VersionComparison found, Function<Row, List<Stretch>> side) {
    return found.rows().stream()
        .map(side)
        .filter(stretches -> !stretches.isEmpty())
        .map(stretches -> stretches.stream().map(Stretch::text).collect(Collectors.joining()))
        .collect(Collectors.joining("\n"))
        .replace('\n', ' ');
  }

  private static String same(VersionComparison found, Function<Row, List<Stretch>> side) {
    return found.rows().stream()
        .flatMap(row -> side.apply(row).stream())
        .filter(stretch -> !stretch.isDifferent())
        .map(stretch -> stretch.text().replaceAll("\\s", ""))
        .collect(Collectors.joining());
  }

  @Test
  void longTextsThatHaveLittleInCommonAreComparedInBoundedTime() {
    List<String> first = List.of(noise(1, 160_000));
    List<String> second = List.of(noise(2, 160_000));
    VersionComparison found = Versions.compare(first, second);
    assertThat(found.difference().isExact()).isFalse();
    assertThat(found.rows()).hasSize(1);
  }

  /** Work is counted in elements read from the two sequences: two per comparison. */
  @Test
  void noMoreIsReadThanTheEffortAllows() {
    int effort = 10_000;
    Counted first = Counted.of(new Random(1), 5_000);
    Counted second = Counted.of(new Random(2), 5_000);
    assertThat(Alignment.of(first, second, new Effort(effort)).isExact()).isFalse();
    assertThat(first.reads() + second.reads()).isBetween(2 * effort, 2 * effort + 100);
  }

  /** A list of numbers that counts reads. */
  private static final class Counted extends AbstractList<Integer> {
    private final int[] numbers;
    private int reads;

    private Counted(int[] numbers) {
      this.numbers = numbers;
    }

    static Counted of(Random random, int size) {
      return new Counted(random.ints(size, 0, 100).toArray());
    }

    int reads() {
      return reads;
    }

    @Override
    public Integer get(int index) {
      reads++;
      return numbers[index];
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }

  @Test
  void longTextsThatAreNearlyTheSameAreComparedWordByWord() {
    String text = noise(1, 160_000);
    String edited = text.replaceFirst("^\\S+", "begin").replaceFirst("\\S+$", "end");
    Difference difference = Versions.compare(List.of(text), List.of(edited)).difference();
    assertThat(difference).isEqualTo(new Difference(0, 0, 2, false, true));
  }

  @Test
  void whereWordsAreTooManyParagraphsAreStillToldApart() {
    List<String> first = new ArrayList<>();
    List<String> second = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      first.add(i % 2 == 0 ? "Same paragraph " + i : noise(i, 10_000));
      second.add(i % 2 == 0 ? "Same paragraph " + i : noise(i + 100, 10_000));
    }
    VersionComparison found = Versions.compare(first, second);
    assertThat(found.difference().isExact()).isFalse();
    assertThat(found.rows()).hasSize(20).filteredOn(row -> !row.differs()).hasSize(10);
  }

  private static String noise(long seed, int words) {
    Random random = new Random(seed);
    return random
        .ints(words, 0, 100_000)
        .mapToObj(number -> "w" + number)
        .collect(Collectors.joining(" "));
  }
}
