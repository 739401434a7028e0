package broadsheet.corpus;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which part of an article a field of a record is, by its name. Names are compared without regard
 * to capitals, {@code _}, {@code -}, blanks and {@code .}, so {@code pub_date} is {@code pubDate}.
 * Where a record has several of a part's names, the first of them that has a value counts.
 */
final class FieldNames {

  /** A part of an article, with the names it goes by, the most telling first. */
  enum Part {
    ID("id docno docid articleId guid uuid identifier"),
    TITLE("title headline head heading articleTitle webTitle name"),
    STANDFIRST(
        "standfirst subtitle subheadline subhead dek deck teaser"
            + " alternativeHeadline trailText description summary abstract excerpt"),
    DATELINE("dateline"),
    BODY(
        "body articleBody bodyText fullText text content articleText story"
            + " mainText paragraphs contentHtml html"),
    DATE(
        "datePublished publishedAt published publicationDate publishDate"
            + " publishedDate publishedOn publishedTime publishTime pubDate"
            + " webPublicationDate firstPublished date dateTime timestamp time"
            + " dateCreated createdAt created year"),
    AUTHOR("authors author byline bylines creator creators writer reporter journalist"),
    SOURCE(
        "source sourceName publisher outlet publication newspaper provider"
            + " siteName site website agency domain"),
    SECTION("section articleSection sectionName category desk newsDesk department rubric"),
    TOPIC("topics topic keywords keyword tags tag subjects subject categories"),
    PLACE("places place locations location geo countries country"),
    PERSON("people persons person"),
    LANGUAGE("language lang inLanguage languageCode locale"),
    URL("url link href permalink canonicalUrl articleUrl webUrl uri");

    private final String names;

    Part(String names) {
      this.names = names;
    }

    List<String> names() {
      return List.of(names.split(" ", -1));
    }
  }

  /** A part and how telling the name is: smaller goes first. */
  record Meaning(Part part, int rank) {}

  private static final Map<String, Meaning> MEANINGS = meanings();

  private FieldNames() {}

  /** The values of a record by the part they are. */
  static <V> Map<Part, V> sorted(List<Map.Entry<String, V>> fields) {
    Map<Part, V> values = new EnumMap<>(Part.class);
    Map<Part, Integer> ranks = new EnumMap<>(Part.class);
    for (Map.Entry<String, V> field : fields) {
      Meaning meaning = MEANINGS.get(folded(field.getKey()));
      if (meaning != null
          && meaning.rank() < ranks.getOrDefault(meaning.part(), Integer.MAX_VALUE)) {
        values.put(meaning.part(), field.getValue());
        ranks.put(meaning.part(), meaning.rank());
      }
    }
    return values;
  }

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>();
    for (Part part : Part.values()) {
      for (int rank = 0; rank < part.names().size(); rank++) {
        meanings.putIfAbsent(folded(part.names().get(rank)), new Meaning(part, rank));
      }
    }
    return Map.copyOf(meanings);
  }

  private static String folded(String name) {
    StringBuilder folded = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if ("_- .".indexOf(c) < 0) {
        folded.append(c);
      }
    }
    return folded.toString().toLowerCase(Locale.ROOT);
  }
}
