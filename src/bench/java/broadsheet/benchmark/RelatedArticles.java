package broadsheet.benchmark;

import broadsheet.article.Article;
import broadsheet.article.Article.IdOrigin;
import broadsheet.article.ItemVersion;
import broadsheet.article.LanguageBasis;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A row of short articles of which it is known how they relate. Any of them can be made by its
 * number alone. Among a thousand, 5 are duplicates of an earlier one, 60 are reprints, 20 are later
 * versions, 10 ask for an id that another has, and 20 do not show their language. Immutable.
 *
 * @param seed other articles for each
 */
record RelatedArticles(long seed) {

  private static final int WORDS = 16;
  private static final int SOURCES = 60;

  /** Articles are related to one of so many before them. */
  private static final int NEAR = 100_000;

  /** One in so many articles is of an item. */
  private static final int ITEMS = 40;

  /** The relation of an article to an earlier one. */
  enum Relation {
    NONE,
    DUPLICATE,
    REPRINT,
    VERSION,
    SAME_ID,
    NO_LANGUAGE
  }

  /** The relation of an article to the one of {@link #other}. */
  Relation relation(long number) {
    int kind = random(number, 1).nextInt(1_000);
    if (number < NEAR) {
      return Relation.NONE;
    } else if (kind < 5) {
      return Relation.DUPLICATE;
    } else if (kind < 65) {
      return Relation.REPRINT;
    } else if (kind < 85) {
      return Relation.VERSION;
    } else if (kind < 95) {
      return Relation.SAME_ID;
    }
    return kind < 115 ? Relation.NO_LANGUAGE : Relation.NONE;
  }

  /** The number of the article to which one is related; it is related to none itself. */
  private long other(long number) {
    SplittableRandom random = random(number, 2);
    while (true) {
      long other = number - 1 - random.nextInt(NEAR);
      boolean isOfItem = other % ITEMS == 0; // only versions are related to articles of an item
      if (relation(other) == Relation.NONE && isOfItem == (relation(number) == Relation.VERSION)) {
        return other;
      }
    }
  }

  private SplittableRandom random(long number, int purpose) {
    return new SplittableRandom((seed * 31 + purpose) * 0x9E3779B97F4A7C15L + number);
  }

  /** The article of a number. */
  Article article(long number) {
    return switch (relation(number)) {
      case NONE -> fresh(number, number % ITEMS == 0 ? List.of(version(number, 0)) : List.of());
      case DUPLICATE -> fresh(other(number), List.of());
      case REPRINT ->
          fresh(number, List.of()).toBuilder().paragraphs(List.of(body(other(number)))).build();
      case VERSION -> fresh(number, List.of(version(other(number), number)));
      case SAME_ID ->
          fresh(number, List.of()).toBuilder().id("r" + other(number), IdOrigin.STATED).build();
      case NO_LANGUAGE ->
          fresh(number, List.of()).toBuilder().language("", LanguageBasis.UNKNOWN).build();
    };
  }

  private static ItemVersion version(long item, long version) {
    return ItemVersion.of("", "item" + item, version + "");
  }

  private Article fresh(long number, List<ItemVersion> items) {
    return Article.withId("r" + number)
        .title("Record " + number)
        .paragraphs(List.of(body(number)))
        .source("Paper " + number % SOURCES)
        .language("en", LanguageBasis.STATED)
        .items(items)
        .build();
  }

  private String body(long number) {
    SplittableRandom random = random(number, 3);
    List<String> words = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      words.add(Integer.toString(random.nextInt(100_000), Character.MAX_RADIX));
    }
    return String.join(" ", words);
  }
}
