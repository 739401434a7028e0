package broadsheet.corpus.record;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Maps the field names of records to parts of an article. Capitals, {@code _}, {@code -}, spaces
 * and {@code .} are ignored, so {@code pub_date} is {@code pubDate}. If a record has several names
 * of a part, the first in this list that has a value counts.
 */
public final class FieldNames {

  /** A part of an article, with its field names, most reliable first. */
  public enum Part {
    ID(
        "id docno docid articleId storiesId storyId newsId postId documentId guid uuid identifier"
            + " @id"),
    TITLE(
        "title headline head heading hed articleTitle webTitle storyTitle newsTitle headlineText"
            + " titlePage name titel titre titulo título titolo заголовок"),
    STANDFIRST(
        "standfirst subtitle subheadline subhead dek deck teaser"
            + " alternativeHeadline trailText description descriptionText summary abstract"
            + " excerpt snippet shortDescription highlights"),
    DATELINE("dateline located"),
    BODY(
        "body articleBody bodyHtml bodyXhtml bodyText fullText text content articleText story"
            + " mainText paragraphs contentHtml html article articleContent storyText newsText"
            + " document leadParagraph texto texte inhalt текст анонс"),
    CAPTION("caption captions captionText"),
    CORRECTION("correction corrections correctionNote correctionText"),
    CORRECTION_OF("correctionOf corrects correctedArticle"),
    DATE(
        "datePublished publishedAt published publicationDate publishDate"
            + " publishedDate publishedOn publishedTime publishTime pubDate datePublish"
            + " webPublicationDate firstPublished postDate publicationTime articleDate displayDate"
            + " versionCreated firstCreated contentCreated date dateTime timestamp time"
            + " dateCreated createdAt created year datum fecha дата"),
    AUTHOR(
        "authors author byline bylines by creator creators writer reporter journalist authorName"
            + " autor auteur автор"),
    SOURCE(
        "source sourceName publisher publisherName outlet publication newspaper mediaName provider"
            + " siteName site website agency sourceDomain domain copyrightHolder quelle src"
            + " источник"),
    SECTION(
        "section articleSection sectionName category categoryName desk newsDesk department rubric"
            + " rubrik ressort cat рубрика"),
    EDITION("edition editionName"),
    TOPIC("topics topic keywords keyword newsKeywords tags tag subjects subject themes categories"),
    PLACE("places place locations location geo contentLocation countries country"),
    PERSON("people persons person"),
    SPEAKER("speakers speaker"),
    ORGANISATION(
        "organisations organizations organisation organization orgs org companies company"),
    LANGUAGE("language lang inLanguage languageCode languageIso locale"),
    URL(
        "url link href permalink canonicalUrl articleUrl webUrl storyUrl newsUrl mainEntityOfPage"
            + " uri");

    private final String names;

    Part(String names) {
      this.names = names;
    }

    List<String> names() {
      return List.of(names.split(" ", -1));
    }
  }

  /** A part, and the rank of the name; the lowest wins. */
  record Meaning(Part part, int rank) {}

  private static final Map<String, Meaning> MEANINGS = meanings();

  private FieldNames() {}

  /** Whether a field with this name is a part of an article. */
  public static boolean isKnown(String name) {
    return MEANINGS.containsKey(folded(name));
  }

  /** The part for a field name; empty if there is none. */
  public static Optional<Part> part(String name) {
    return Optional.ofNullable(MEANINGS.get(folded(name))).map(Meaning::part);
  }

  /** The values of a record by part. */
  public static <V> Map<Part, V> sorted(List<Map.Entry<String, V>> fields) {
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

  /** The name without characters that are ignored. */
  public static String folded(String name) {
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
