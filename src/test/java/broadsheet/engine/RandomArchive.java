package broadsheet.engine;

import broadsheet.article.Article;
import broadsheet.article.Box;
import broadsheet.article.Positions;
import broadsheet.article.PrintedPage;
import broadsheet.article.PublicationDate;
import broadsheet.article.WordPlace;
import broadsheet.article.WordPlaces;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes a random archive in several languages, with undated articles, reprints under other
 * headlines, duplicates and ids given twice.
 */
public final class RandomArchive {

  /** Words that many articles have. */
  public static final List<String> WORDS =
      List.of(
          "harbour", "strike", "grain", "mayor", "budget", "bridge", "river", "storm", "vote",
          "court", "ferry", "tax", "school", "union", "dock", "export", "Preise", "Gericht",
          "Schulen", "récolte", "grève", "Brücke");

  static final List<String> SOURCES = List.of("Harbour Post", "River Times", "Abendblatt", "");
  private static final List<String> LANGUAGES = List.of("en", "en", "de", "de-AT", "fr", "eo");
  private static final int BODY_WORDS = 60;

  private final Random random;
  private final List<Article> articles = new ArrayList<>();

  private RandomArchive(Random random) {
    this.random = random;
  }

  /** This many records, each with its own place. Some are duplicates. */
  public static List<Article> of(Random random, int count) {
    RandomArchive archive = new RandomArchive(random);
    while (archive.articles.size() < count) {
      archive.articles.add(
          archive.next().toBuilder().location("news.jsonl#" + archive.articles.size()).build());
    }
    return archive.articles;
  }

  private Article next() {
    int number = articles.size();
    String id = String.format(Locale.ROOT, "a%03d", number);
    int kind = number == 0 ? 9 : random.nextInt(10);
    return switch (kind) {
      case 0 -> some(); // a duplicate
      case 1, 2 -> some().toBuilder().id(id, Article.IdOrigin.STATED).title(words(4)).build();
      case 3 -> fresh(some().id());
      default -> fresh(id);
    };
  }

  private Article some() {
    return articles.get(random.nextInt(articles.size()));
  }

  private Article fresh(String id) {
    return Article.withId(id)
        .title(words(1 + random.nextInt(5)))
        .standfirst(random.nextBoolean() ? words(6) : "")
        .paragraphs(List.of(words(BODY_WORDS / 2) + ".", words(BODY_WORDS / 2) + "."))
        .authors(random.nextBoolean() ? List.of("Ada Quill", "Ben Reed") : List.of())
        .source(oneOf(SOURCES))
        .section(random.nextBoolean() ? "Port" : "")
        .topics(random.nextBoolean() ? List.of(oneOf(WORDS)) : List.of())
        .places(random.nextBoolean() ? List.of("Saltmouth") : List.of())
        .people(random.nextInt(3) == 0 ? List.of("Cora Vane") : List.of())
        .language(oneOf(LANGUAGES))
        .publishedAt(date())
        .positions(positions())
        .build();
  }

  /** Every third article is from a scan; no random number is taken for it. */
  private Positions positions() {
    int number = articles.size();
    if (number % 3 != 0) {
      return Positions.NONE;
    }
    Box box = new Box(0.1, number % 7 / 10.0, 0.05, 0.01);
    return new Positions(
        List.of(new PrintedPage(1 + number % 4, "p" + number % 4, 20, 30, "/scans/" + number)),
        WordPlaces.of(List.of(new WordPlace(number % 5, 0, box))),
        number % 101);
  }

  /** Half frequent words, half nearly unique ones, so that only reprints share passages. */
  private String words(int count) {
    return Stream.generate(
            () -> random.nextBoolean() ? oneOf(WORDS) : "z" + random.nextInt(100_000) + "q")
        .limit(count)
        .collect(Collectors.joining(" "));
  }

  private String oneOf(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private PublicationDate date() {
    String day = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(90)).toString();
    return switch (random.nextInt(6)) {
      case 0 -> PublicationDate.unknown();
      case 1 -> PublicationDate.stated(day.substring(0, 7));
      case 2 -> PublicationDate.stated(day.substring(0, 4));
      default -> PublicationDate.stated(day);
    };
  }
}
