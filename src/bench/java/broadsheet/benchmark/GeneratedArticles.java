package broadsheet.benchmark;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * An endless row of articles, the same for the same seed: in order of their dates over forty years,
 * more and more a year. One in seventeen reprints a recent one, one in two hundred is a duplicate;
 * one in a hundred is undated, and two in a hundred state only their month. Not thread-safe.
 */
final class GeneratedArticles {

  private static final LocalDate FIRST_DAY = LocalDate.of(1985, 1, 1);
  private static final int DAYS = 40 * 365;
  private static final int RECENT = 2_000;

  private static final int SOURCES = 60;
  private static final int SECTIONS = 12;
  private static final int AUTHORS = 3_000;
  private static final int TOPICS = 130;
  private static final int PLACES = 250;
  private static final int PERSONS = 50_000;

  private final SplittableRandom random;
  private final GeneratedWords words;
  private final int count;
  private final List<GeneratedArticle> recent = new ArrayList<>();
  private int written;

  /**
   * @param count the number of articles in the forty years
   */
  GeneratedArticles(long seed, int count) {
    this.random = new SplittableRandom(seed);
    this.words = new GeneratedWords(random);
    this.count = count;
  }

  GeneratedArticle next() {
    String id = "g" + written;
    String date = date();
    written++;
    int kind = random.nextInt(1_000);
    if (kind < 5 && !recent.isEmpty()) {
      return any();
    }
    if (kind < 64 && !recent.isEmpty()) {
      return any().reprint(id, title(topicWords()), date, source());
    }
    GeneratedArticle article = article(id, date);
    if (recent.size() < RECENT) {
      recent.add(article);
    } else {
      recent.set(random.nextInt(RECENT), article);
    }
    return article;
  }

  private GeneratedArticle any() {
    return recent.get(random.nextInt(recent.size()));
  }

  private GeneratedArticle article(String id, String date) {
    List<String> about = topicWords();
    return new GeneratedArticle(
        id,
        title(about),
        body(about),
        date,
        source(),
        words.name(SECTIONS),
        words.name(AUTHORS) + " " + words.name(AUTHORS),
        names(TOPICS, 3),
        names(PLACES, 3),
        names(PERSONS, 2));
  }

  /** Days go by faster at first: the last years have several times as many articles. */
  private String date() {
    int kind = random.nextInt(100);
    long day = (long) (DAYS * Math.pow((double) written / count, 0.6)) - random.nextInt(3);
    LocalDate date = FIRST_DAY.plusDays(Math.max(0, day));
    return kind == 0 ? "" : kind < 3 ? date.toString().substring(0, 7) : date.toString();
  }

  private String source() {
    return "The " + words.name(SOURCES) + " Herald";
  }

  private List<String> names(int of, int most) {
    return IntStream.range(0, random.nextInt(most + 1))
        .mapToObj(_ -> words.name(of))
        .distinct()
        .toList();
  }

  private List<String> topicWords() {
    return IntStream.range(0, 8).mapToObj(_ -> words.telling()).toList();
  }

  private String title(List<String> about) {
    return sentence(about, 5 + random.nextInt(6), 3);
  }

  /** Some 50 to 800 words; the median is about 200. */
  private String body(List<String> about) {
    int left = (int) (200 * Math.exp(random.nextDouble(-1.2, 1.2) + random.nextDouble(-0.2, 0.2)));
    StringBuilder body = new StringBuilder();
    while (left > 0) {
      int sentences = 1 + random.nextInt(3);
      for (int i = 0; i < sentences && left > 0; i++) {
        int length = 8 + random.nextInt(22);
        body.append(sentence(about, length, 8)).append(i + 1 < sentences ? ". " : ".");
        left -= length;
      }
      if (left > 0) {
        body.append(GeneratedArticle.BREAK);
      }
    }
    return body.toString();
  }

  /**
   * @param share one word in {@code share} is from {@code about}
   */
  private String sentence(List<String> about, int length, int share) {
    StringBuilder sentence = new StringBuilder();
    for (int i = 0; i < length; i++) {
      boolean isTelling = random.nextInt(share) == 0;
      String word = isTelling ? about.get(random.nextInt(about.size())) : words.next();
      sentence.append(i == 0 ? "" : random.nextInt(14) == 0 ? ", " : " ");
      sentence.append(i == 0 ? word.substring(0, 1).toUpperCase(Locale.ROOT) : word.charAt(0));
      sentence.append(word, 1, word.length());
    }
    return sentence.toString();
  }
}
