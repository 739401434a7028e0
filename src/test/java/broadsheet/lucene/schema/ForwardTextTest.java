package broadsheet.lucene.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import broadsheet.article.Article;
import broadsheet.lucene.TestIndex;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.BytesRefHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForwardTextTest {

  /** Between two paragraphs. */
  private static final String BORDER = "";

  @TempDir private Path folder;

  @Test
  void hasTheStemsOfTheTextsInTheirOrder() throws IOException {
    ForwardText text =
        of(
            Article.withId("a")
                .title("The mayor of the harbours")
                .standfirst("Voting begins")
                .dateline("LONDON, March 3")
                .paragraphs(List.of("The bridges are closed.", "Ferries wait in the harbour."))
                .language("en")
                .build());
    assertThat(text.language()).isEqualTo("en");
    assertThat(words(text, 0, text.titleEnd()))
        .containsExactly("the", "mayor", "of", "the", "harbour");
    assertThat(words(text, text.titleEnd(), text.standfirstEnd())).containsExactly("vote", "begin");
    assertThat(words(text, text.standfirstEnd(), text.length()))
        .containsExactly("bridg", "close", BORDER, "ferri", "wait", "harbour");
    assertThat(text.weight(0)).isEqualTo(3);
    assertThat(text.weight(text.titleEnd())).isEqualTo(2);
    assertThat(text.weight(text.standfirstEnd())).isEqualTo(1);
  }

  @Test
  void knowsWordsByTheKeysOfTheirStems() throws IOException {
    ForwardText text = of(TestIndex.article("a", "internationalisation für Straße 東京 oil"));
    for (int word = 0; word < text.different(); word++) {
      assertThat(text.key(word)).isEqualTo(StemKey.of(new BytesRef(text.text(word))));
    }
    assertThat(IntStream.range(0, text.different()).mapToLong(text::key).distinct().count())
        .isEqualTo(text.different());
  }

  @Test
  void tellsMoreDifferentWordsApartThanAByteCan() throws IOException {
    String numbers =
        IntStream.range(0, 600).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    ForwardText text = of(TestIndex.article("a", numbers, "w3 w599"));
    assertThat(text.different()).isGreaterThan(600);
    assertThat(words(text, text.length() - 4, text.length()))
        .containsExactly("w599", BORDER, "w3", "w599");
  }

  @Test
  void keepsTheBeginningOfAVeryLongText() throws IOException {
    String numbers =
        IntStream.range(0, 9_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" "));
    ForwardText text = of(TestIndex.article("a", numbers));
    assertThat(text.length()).isEqualTo(ForwardText.MOST_WORDS);
    assertThat(words(text, text.standfirstEnd(), text.standfirstEnd() + 2))
        .containsExactly("w0", "w1");
  }

  @Test
  void ofAnArticleWithoutWordsIsEmpty() throws IOException {
    ForwardText text = of(Article.withId("a").paragraphs(List.of("…")).build());
    assertThat(text.length()).isZero();
    assertThat(text.different()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 9, 250, 1_000, ForwardText.MOST_WORDS})
  void readsWhatWasPacked(int length) {
    List<String> stems = stems(length);
    ForwardText text = new ForwardText(packed(stems));
    assertThat(words(text, 0, text.length())).isEqualTo(stems);
    assertThat(text.different()).isEqualTo((int) stems.stream().distinct().count());
    for (int place = 0; place < length; place++) {
      assertThat(text.isBorder(place)).isEqualTo(stems.get(place).equals(BORDER));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {255, 256, 257})
  void repeatsTheLastOfSoManyWords(int different) {
    List<String> stems = new ArrayList<>();
    IntStream.range(0, different).forEach(i -> stems.add("w" + i));
    stems.addAll(List.of("w" + (different - 1), "w0"));
    ForwardText text = new ForwardText(packed(stems));
    assertThat(text.different()).isEqualTo(different);
    assertThat(words(text, 0, text.length())).isEqualTo(stems);
  }

  @Test
  void refusesDamageOrReadsSomething() {
    BytesRef sound = packed(stems(40));
    int refused = 0;
    for (int bit = 0; bit < sound.length * Byte.SIZE; bit++) {
      BytesRef damaged = BytesRef.deepCopyOf(sound);
      damaged.bytes[bit / Byte.SIZE] ^= (byte) (1 << (bit % Byte.SIZE));
      ForwardText text;
      try {
        text = new ForwardText(damaged);
      } catch (RuntimeException e) {
        refused++;
        continue;
      }
      assertThat(words(text, 0, text.length())).hasSize(text.length());
    }
    assertThat(refused).isPositive();
    for (int length = 0; length < sound.length; length++) {
      BytesRef cut = new BytesRef(sound.bytes, sound.offset, length);
      assertThatThrownBy(() -> new ForwardText(cut)).isInstanceOf(RuntimeException.class);
    }
  }

  /** Some again and again, some of other letters, some borders. */
  private static List<String> stems(int length) {
    Random random = new Random(length);
    return IntStream.range(0, length)
        .mapToObj(
            _ ->
                switch (random.nextInt(6)) {
                  case 0 -> BORDER;
                  case 1 -> "é" + random.nextInt(20);
                  case 2 -> "very-long-compound" + random.nextInt(20);
                  case 3 -> "zzzzzzzzzz" + random.nextInt(20);
                  default -> "w" + random.nextInt(2 * length);
                })
        .toList();
  }

  private static BytesRef packed(List<String> stems) {
    BytesRefHash forms = new BytesRefHash();
    ForwardWords words = new ForwardWords("en", forms);
    for (String stem : stems) {
      if (stem.equals(BORDER)) {
        words.addBorder(QueryField.BODY);
      } else {
        int number = forms.add(new BytesRef(stem));
        words.add(QueryField.BODY, number < 0 ? -number - 1 : number);
      }
    }
    return words.packed(1);
  }

  private static List<String> words(ForwardText text, int from, int to) {
    return IntStream.range(from, to).mapToObj(place -> text.text(text.word(place))).toList();
  }

  private ForwardText of(Article article) throws IOException {
    TestIndex.build(folder, List.of(article));
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      BinaryDocValues texts = MultiDocValues.getBinaryValues(reader, IndexSchema.FORWARD);
      texts.nextDoc();
      return new ForwardText(texts.binaryValue());
    }
  }
}
