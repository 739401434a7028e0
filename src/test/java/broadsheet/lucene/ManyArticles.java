package broadsheet.lucene;

import broadsheet.article.Article;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Articles of made-up words: a few words occur in nearly all of them, very many in only a few. */
public final class ManyArticles {

  private static final int WORDS = 150;
  private static final int VOCABULARY = 40_000;
  private static final List<String> COMMON =
      List.of("the", "of", "to", "in", "and", "a", "said", "it", "for", "on", "oil");

  private final Random random;

  private ManyArticles(long seed) {
    random = new Random(seed);
  }

  /** This many articles; the same for the same seed. */
  public static List<Article> of(int count, long seed) {
    ManyArticles articles = new ManyArticles(seed);
    return IntStream.range(0, count).mapToObj(articles::article).toList();
  }

  private Article article(int number) {
    return TestIndex.article("made-up-" + number, paragraph(), paragraph());
  }

  private String paragraph() {
    return Stream.generate(this::word).limit(WORDS / 2).collect(Collectors.joining(" "));
  }

  private String word() {
    return random.nextInt(3) == 0
        ? COMMON.get(random.nextInt(COMMON.size()))
        : madeUp(random.nextInt(1 + random.nextInt(VOCABULARY)));
  }

  /** Three to eight letters, always the same for the same number. */
  private static String madeUp(int number) {
    Random letters = new Random(number);
    return letters
        .ints(3 + letters.nextInt(6), 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
