package broadsheet.article;

import java.util.List;

/** Collects what a source states of one article; everything else stays empty. Not thread-safe. */
public final class ArticleBuilder {
  private String id;
  private Article.IdOrigin idOrigin = Article.IdOrigin.STATED;
  private String title = "";
  private String standfirst = "";
  private String dateline = "";
  private List<String> paragraphs = List.of();
  private List<String> captions = List.of();
  private List<String> corrections = List.of();
  private String correctionOf = "";
  private List<String> related = List.of();
  private List<String> authors = List.of();
  private String source = "";
  private String section = "";
  private String edition = "";
  private String collection = "";
  private List<String> topics = List.of();
  private List<String> places = List.of();
  private List<String> people = List.of();
  private List<String> organisations = List.of();
  private List<String> speakers = List.of();
  private String language = "";
  private LanguageBasis languageBasis = LanguageBasis.UNKNOWN;
  private String url = "";
  private PublicationDate publishedAt = PublicationDate.unknown();
  private List<String> locations = List.of();
  private Positions positions = Positions.NONE;
  private List<ItemVersion> items = List.of();
  private Furniture furniture = Furniture.NONE;

  ArticleBuilder(String id) {
    this.id = id;
  }

  ArticleBuilder(Article article) {
    id = article.id();
    idOrigin = article.idOrigin();
    title = article.title();
    standfirst = article.standfirst();
    dateline = article.dateline();
    paragraphs = article.paragraphs();
    captions = article.captions();
    corrections = article.corrections();
    correctionOf = article.correctionOf();
    related = article.related();
    authors = article.authors();
    source = article.source();
    section = article.section();
    edition = article.edition();
    collection = article.collection();
    topics = article.topics();
    places = article.places();
    people = article.people();
    organisations = article.organisations();
    speakers = article.speakers();
    language = article.language();
    languageBasis = article.languageBasis();
    url = article.url();
    publishedAt = article.publishedAt();
    locations = article.locations();
    positions = article.positions();
    items = article.items();
    furniture = article.furniture();
  }

  /** Replaces the id. */
  public ArticleBuilder id(String value, Article.IdOrigin origin) {
    id = value;
    idOrigin = origin;
    return this;
  }

  public ArticleBuilder title(String value) {
    title = value;
    return this;
  }

  public ArticleBuilder standfirst(String value) {
    standfirst = value;
    return this;
  }

  public ArticleBuilder dateline(String value) {
    dateline = value;
    return this;
  }

  public ArticleBuilder paragraphs(List<String> value) {
    paragraphs = value;
    return this;
  }

  public ArticleBuilder captions(List<String> value) {
    captions = value;
    return this;
  }

  public ArticleBuilder corrections(List<String> value) {
    corrections = value;
    return this;
  }

  public ArticleBuilder correctionOf(String value) {
    correctionOf = value;
    return this;
  }

  public ArticleBuilder related(List<String> value) {
    related = value;
    return this;
  }

  public ArticleBuilder authors(List<String> value) {
    authors = value;
    return this;
  }

  public ArticleBuilder source(String value) {
    source = value;
    return this;
  }

  public ArticleBuilder section(String value) {
    section = value;
    return this;
  }

  public ArticleBuilder edition(String value) {
    edition = value;
    return this;
  }

  public ArticleBuilder collection(String value) {
    collection = value;
    return this;
  }

  public ArticleBuilder topics(List<String> value) {
    topics = value;
    return this;
  }

  public ArticleBuilder places(List<String> value) {
    places = value;
    return this;
  }

  public ArticleBuilder people(List<String> value) {
    people = value;
    return this;
  }

  public ArticleBuilder organisations(List<String> value) {
    organisations = value;
    return this;
  }

  public ArticleBuilder speakers(List<String> value) {
    speakers = value;
    return this;
  }

  /** The language that the source states; empty if it states none. */
  public ArticleBuilder language(String value) {
    return language(value, value.isEmpty() ? LanguageBasis.UNKNOWN : LanguageBasis.STATED);
  }

  public ArticleBuilder language(String value, LanguageBasis basis) {
    language = value;
    languageBasis = basis;
    return this;
  }

  public ArticleBuilder url(String value) {
    url = value;
    return this;
  }

  public ArticleBuilder publishedAt(PublicationDate value) {
    publishedAt = value;
    return this;
  }

  /** The one location where it was read. */
  public ArticleBuilder location(String value) {
    return locations(List.of(value));
  }

  public ArticleBuilder locations(List<String> value) {
    locations = value;
    return this;
  }

  public ArticleBuilder positions(Positions value) {
    positions = value;
    return this;
  }

  public ArticleBuilder items(List<ItemVersion> value) {
    items = value;
    return this;
  }

  public ArticleBuilder furniture(Furniture value) {
    furniture = value;
    return this;
  }

  /** Builds the article. See {@link Article} for the values it rejects. */
  public Article build() {
    return new Article(
        id,
        idOrigin,
        title,
        standfirst,
        dateline,
        paragraphs,
        captions,
        corrections,
        correctionOf,
        related,
        authors,
        source,
        section,
        edition,
        collection,
        topics,
        places,
        people,
        organisations,
        speakers,
        language,
        languageBasis,
        url,
        publishedAt,
        locations,
        positions,
        items,
        furniture);
  }
}
