package broadsheet.article;

import java.util.List;

/**
 * One news article, as its source printed it. Text is plain: no markup, no entities, no control
 * characters. Anything a source does not state is empty, never null and never invented. Immutable.
 *
 * @param id stable and unique in its index; letters, digits, {@code . _ ~ -} only, never empty
 * @param idOrigin the source of the id
 * @param title the headline; empty where there is none
 * @param standfirst the sentence or two under the headline
 * @param dateline the place and day on which the story was filed, as printed ({@code SALVADOR, Feb
 *     26 -})
 * @param paragraphs the body, one element per paragraph, none of them blank
 * @param captions the words under its pictures, one element per picture; not part of the body
 * @param corrections notes on what was corrected, one element per note; not part of the body
 * @param correctionOf the id of the article that this one corrects; empty if it corrects none
 * @param related headlines of other articles, listed at the foot of the page; not part of the body
 * @param authors one element per person or desk
 * @param source the outlet
 * @param section the section of the outlet
 * @param edition the edition of the outlet, such as a region or {@code late}
 * @param collection the collection of its archive; empty in the first, see {@link
 *     broadsheet.engine.ArchiveCollection}
 * @param topics subjects it was filed under
 * @param places places it was filed under
 * @param people people it was filed under
 * @param organisations organisations it was filed under
 * @param speakers those who speak in it, as its source names them: of a transcript
 * @param language BCP 47, such as {@code en} or {@code pt-BR}
 * @param languageBasis the evidence for the language
 * @param url the address it was published at
 * @param publishedAt when it was published, as precisely as its source states
 * @param locations the files it was read from, each with the number of its record ({@code
 *     reut2-000.sgm#17}); several when the same article was found several times
 * @param positions where its words stand on pages, in attached files or in a recording
 * @param items its version as an item, one for each name that a provider gives the item
 * @param furniture what its source repeats; none unless an archive tells it
 */
public record Article(
    String id,
    IdOrigin idOrigin,
    String title,
    String standfirst,
    String dateline,
    List<String> paragraphs,
    List<String> captions,
    List<String> corrections,
    String correctionOf,
    List<String> related,
    List<String> authors,
    String source,
    String section,
    String edition,
    String collection,
    List<String> topics,
    List<String> places,
    List<String> people,
    List<String> organisations,
    List<String> speakers,
    String language,
    LanguageBasis languageBasis,
    String url,
    PublicationDate publishedAt,
    List<String> locations,
    Positions positions,
    List<ItemVersion> items,
    Furniture furniture) {

  /** The source of an article's id. */
  public enum IdOrigin {
    /** The record's own id, which its source gave it. */
    STATED,
    /** The address it was published at. */
    URL,
    /** The location where it was read: its file and its number in the file. */
    PLACE
  }

  /**
   * @throws IllegalArgumentException when the id is empty or has a character that is not allowed,
   *     or when only one of language and its basis is unknown
   */
  public Article {
    if (!isId(id)) {
      throw new IllegalArgumentException("not an article id: '" + id + "'");
    }
    if (language.isEmpty() != (languageBasis == LanguageBasis.UNKNOWN)) {
      throw new IllegalArgumentException("language '" + language + "' is " + languageBasis);
    }
    paragraphs = List.copyOf(paragraphs);
    captions = List.copyOf(captions);
    corrections = List.copyOf(corrections);
    related = List.copyOf(related);
    authors = List.copyOf(authors);
    topics = List.copyOf(topics);
    places = List.copyOf(places);
    people = List.copyOf(people);
    organisations = List.copyOf(organisations);
    speakers = List.copyOf(speakers);
    locations = List.copyOf(locations);
    items = List.copyOf(items);
  }

  /** The words that it is called by, never empty; see {@link Headline}. */
  public String headline() {
    return Headline.of(this);
  }

  /** The language that the article itself states or shows; empty if it is assumed from others. */
  public String ownLanguage() {
    return languageBasis == LanguageBasis.ASSUMED ? "" : language;
  }

  /** The keys of the items that it is a version of, each once. */
  public List<String> itemKeys() {
    return items.stream().map(ItemVersion::key).distinct().toList();
  }

  /**
   * The article without its {@link #furniture}: with blanks in its place, so that offsets stay. A
   * paragraph may be blank.
   */
  public Article own() {
    return furniture.isNone()
        ? this
        : toBuilder().paragraphs(furniture.without(paragraphs)).furniture(Furniture.NONE).build();
  }

  /** Starts an article with nothing but its own id; see {@link ArticleBuilder}. */
  public static ArticleBuilder withId(String id) {
    return new ArticleBuilder(id);
  }

  /** Starts a copy of this article, to be changed. */
  public ArticleBuilder toBuilder() {
    return new ArticleBuilder(this);
  }

  private static boolean isId(String id) {
    return !id.isEmpty() && id.codePoints().allMatch(Article::isIdCharacter);
  }

  /** Whether an id may hold this character: a letter or digit of any script, or {@code . _ ~ -}. */
  public static boolean isIdCharacter(int codePoint) {
    return Character.isLetterOrDigit(codePoint) || "._~-".indexOf(codePoint) >= 0;
  }
}
