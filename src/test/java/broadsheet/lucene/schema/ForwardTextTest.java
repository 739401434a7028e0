package broadsheet.lucene.schema;

import static org.assertj.core.api.Assertions.assertThat;

import broadsheet.article.Article;
import broadsheet.lucene.TestIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
      assertThat(text.key(word)).isEqualTo(ForwardText.key(new BytesRef(text.text(word))));
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
