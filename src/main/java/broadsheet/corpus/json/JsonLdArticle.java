package broadsheet.corpus.json;

import broadsheet.corpus.record.FieldNames.Part;
import broadsheet.corpus.record.PageFacts;
import broadsheet.corpus.text.Markup;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The article described by a page's JSON-LD. Immutable. */
public final class JsonLdArticle {
  private static final Set<String> TYPES =
      Set.of("report", "blogposting", "liveblogposting", "socialmediaposting");

  /** Types that an article in a collection may have as well. */
  private static final Pattern BROADER_TYPE =
      Pattern.compile(".*(?:posting|review|report|creativework)");

  private static final Pattern VOCABULARY = Pattern.compile("^.*[/:#]");

  private final JsonLd page;
  private final ObjectNode article;

  private JsonLdArticle(JsonLd page, ObjectNode article) {
    this.page = page;
    this.article = article;
  }

  /**
   * The single article of a page. If a page lists several, it is the one with the page's address or
   * title.
   *
   * @param isOfPage whether an address or a headline is the page's own
   */
  public static Optional<JsonLdArticle> of(JsonLd page, Predicate<String> isOfPage) {
    List<ObjectNode> articles = page.objects().stream().filter(JsonLdArticle::isArticle).toList();
    Optional<ObjectNode> own =
        articles.stream().filter(article -> marks(article).anyMatch(isOfPage)).findFirst();
    Optional<ObjectNode> only =
        articles.size() <= 2 ? articles.stream().findFirst() : Optional.empty();
    return own.or(() -> only).map(article -> new JsonLdArticle(page, article));
  }

  public void addTo(PageFacts facts) {
    facts.add(Part.TITLE, text("headline"));
    facts.add(Part.TITLE, text("name"));
    facts.add(Part.STANDFIRST, text("description"));
    facts.add(Part.DATE, text("datePublished"));
    facts.add(Part.DATE, text("dateCreated"));
    facts.add(Part.AUTHOR, names(article.path("author")));
    facts.add(Part.AUTHOR, names(article.path("creator")));
    facts.add(Part.SOURCE, names(article.path("publisher")));
    facts.add(Part.SECTION, names(article.path("articleSection")));
    facts.add(Part.TOPIC, names(article.path("keywords")));
    facts.add(Part.LANGUAGE, names(article.path("inLanguage")));
    facts.add(Part.URL, addresses(article));
  }

  /** The paragraphs of the body as stated, with the posts of a live blog; none if it is not. */
  public List<String> paragraphs() {
    List<LivePost> posts = posts();
    List<String> body = Markup.paragraphs(JsonValues.text(article.path("articleBody")));
    Stream<String> above = LivePost.areIn(body, posts) ? Stream.of() : body.stream();
    return Stream.concat(above, posts.stream().flatMap(LivePost::texts)).toList();
  }

  /** The posts of a live blog, in the order stated; none of another article. */
  public List<LivePost> posts() {
    return each(article.path("liveBlogUpdate"))
        .flatMap(post -> LivePost.of(post).stream())
        .toList();
  }

  public static boolean isArticle(ObjectNode object) {
    return types(object).anyMatch(type -> type.endsWith("article") || TYPES.contains(type));
  }

  /** Whether an object states that it is something other than an article: a person, a site. */
  static boolean isNoArticle(ObjectNode object) {
    boolean isSilent = types(object).allMatch(String::isBlank);
    return !isSilent
        && !isArticle(object)
        && types(object).noneMatch(t -> BROADER_TYPE.matcher(t).matches());
  }

  /** The types an object states, in lower case, without the vocabulary's address. */
  public static Stream<String> types(ObjectNode object) {
    return each(object.path("@type"))
        .map(type -> type.asText(""))
        .map(type -> VOCABULARY.matcher(type.strip()).replaceFirst("").toLowerCase(Locale.ROOT));
  }

  /** The addresses and headline that identify an article. */
  private static Stream<String> marks(ObjectNode article) {
    return Stream.concat(addresses(article), Stream.of(article.path("headline").asText("")));
  }

  private static Stream<String> addresses(ObjectNode article) {
    JsonNode page = article.path("mainEntityOfPage");
    return Stream.of(article.path("url"), page, page.path("@id"), page.path("url"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(address -> address.startsWith("http"));
  }

  private Stream<String> names(JsonNode value) {
    return each(value).map(page::resolved).map(JsonLdArticle::name);
  }

  private static String name(JsonNode value) {
    JsonNode name = value.isObject() ? value.path("name") : value;
    return JsonValues.isPresent(name) ? JsonValues.word(name) : nameInParts(value);
  }

  private static String nameInParts(JsonNode person) {
    return Stream.of(person.path("givenName"), person.path("familyName"))
        .map(JsonValues::word)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String text(String field) {
    JsonNode value = article.path(field);
    return value.isValueNode() && JsonValues.isPresent(value) ? JsonValues.word(value) : "";
  }

  private static Stream<JsonNode> each(JsonNode value) {
    return value.isArray() ? value.valueStream() : Stream.of(value);
  }
}
