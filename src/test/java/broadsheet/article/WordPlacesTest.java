package broadsheet.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordPlacesTest {
  private static final double STEP = 1.0 / 2048;

  @Test
  void placesAreKeptToHalfAStep() {
    Random random = new Random(5);
    List<WordPlace> words = new ArrayList<>();
    int word = 0;
    for (int i = 0; i < 2_000; i++) {
      double left = random.nextDouble();
      double top = random.nextDouble();
      Box box =
          Box.onPage(left, top, left + random.nextDouble() / 9, top + random.nextDouble() / 9);
      words.add(new WordPlace(word, random.nextInt(3), box));
      word += random.nextInt(3);
    }
    List<WordPlace> read = WordPlaces.ofBytes(WordPlaces.of(words).bytes()).words();
    assertThat(read).hasSameSizeAs(words);
    for (int i = 0; i < words.size(); i++) {
      assertThat(read.get(i).word()).isEqualTo(words.get(i).word());
      assertThat(read.get(i).part()).isEqualTo(words.get(i).part());
      isNear(read.get(i).place(), words.get(i).place());
    }
  }

  private static void isNear(Place read, Place place) {
    if (read instanceof Box box && place instanceof Box other) {
      assertThat(box.left()).isCloseTo(other.left(), within(STEP));
      assertThat(box.top()).isCloseTo(other.top(), within(2 * STEP));
      assertThat(box.right()).isCloseTo(other.right(), within(STEP));
      assertThat(box.bottom()).isCloseTo(other.bottom(), within(STEP));
    } else {
      assertThat(read).isEqualTo(place);
    }
  }

  @Test
  void pagesMomentsAndFilesFollowEachOther() {
    Random random = new Random(7);
    List<WordPlace> words = new ArrayList<>();
    int word = 0;
    for (int i = 0; i < 3_000; i++) {
      int start = random.nextInt(Moment.LIMIT);
      Place place =
          switch (random.nextInt(3)) {
            case 0 -> Box.onPage(random.nextDouble(), random.nextDouble(), 1, 1);
            case 1 -> new Moment(start, start + random.nextInt(Moment.LIMIT - start));
            default -> Place.SOMEWHERE;
          };
      words.add(new WordPlace(word, random.nextInt(3_000), place));
      word += random.nextInt(3);
    }
    List<WordPlace> read = WordPlaces.of(words).words();
    assertThat(read).hasSameSizeAs(words);
    for (int i = 0; i < words.size(); i++) {
      assertThat(read.get(i).word()).isEqualTo(words.get(i).word());
      assertThat(read.get(i).part()).isEqualTo(words.get(i).part());
      isNear(read.get(i).place(), words.get(i).place());
    }
  }

  @Test
  void cuesTakeFewerThanTenBytes() {
    List<WordPlace> words = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      words.add(new WordPlace(9 * i, 0, new Moment(3_000 * i, 3_000 * i + 2_800)));
    }
    assertThat(WordPlaces.of(words).size()).isLessThan(10 * words.size());
  }

  @Test
  void wordsOfAColumnTakeFewerThanSixBytes() {
    Random random = new Random(6);
    List<WordPlace> words = new ArrayList<>();
    double left = 0.1;
    double top = 0.1;
    for (int i = 0; i < 5_000; i++) {
      double width = 0.01 + random.nextDouble() / 30;
      if (left + width > 0.25) {
        left = 0.1;
        top = top > 0.9 ? 0.1 : top + 0.008;
      }
      double tilt = random.nextDouble() / 1_000;
      words.add(
          new WordPlace(i, 0, Box.onPage(left, top + tilt, left + width, top + tilt + 0.006)));
      left += width + 0.004;
    }
    assertThat(WordPlaces.of(words).size()).isLessThan(6 * words.size());
  }

  @Test
  void damagedBytesAreRefused() {
    byte[] bytes = WordPlaces.of(List.of(new WordPlace(0, 0, new Box(0, 0, 1, 1)))).bytes();
    byte[] cut = java.util.Arrays.copyOf(bytes, bytes.length - 1);
    assertThatThrownBy(() -> WordPlaces.ofBytes(cut).words())
        .isInstanceOf(IllegalArgumentException.class);
    byte[] endless = {-1, -1, -1, -1, -1, -1};
    assertThatThrownBy(() -> WordPlaces.ofBytes(endless).words())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void noWordsTakeNoBytes() {
    assertThat(WordPlaces.of(List.of()).size()).isZero();
    assertThat(WordPlaces.NONE.words()).isEmpty();
  }

  @Test
  void wordsOutOfOrderAreRefused() {
    Box box = new Box(0, 0, 1, 1);
    List<WordPlace> words = List.of(new WordPlace(1, 0, box), new WordPlace(0, 0, box));
    assertThatThrownBy(() -> WordPlaces.of(words)).hasMessageContaining("out of order");
  }
}
