package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.Furniture;
import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Origin;
import broadsheet.lucene.furniture.RunZones;
import broadsheet.names.Candidates;
import java.util.Collection;
import java.util.List;

/**
 * An article in the form that the index keeps: once, no matter how often it was read. Immutable.
 *
 * @param article the article, under the id it is kept by
 * @param places its first locations, in order; at least one
 * @param further the number of locations beyond {@code places}, each in a {@link PlaceDocument}; 0
 *     unless {@code places} are {@value #LISTED}
 * @param added the number of the published state that it came with, or {@link Added#NONE}
 * @param lineage the other versions of it
 * @param names the names that it may mention; none where they were not looked for
 * @param zones the runs of words in it that are compared with those of others, to tell furniture
 */
public record IndexedArticle(
    Article article,
    List<RecordPlace> places,
    long further,
    long added,
    Lineage lineage,
    Candidates names,
    RunZones zones) {

  /** Enough to look at; millions of equal records must not fill the memory. */
  public static final int LISTED = 100;

  /**
   * @throws IllegalArgumentException when there is no location
   */
  public IndexedArticle {
    if (places.isEmpty()) {
      throw new IllegalArgumentException("an article is read somewhere: " + article.id());
    }
    places = places.stream().distinct().sorted().toList();
  }

  /** An article whose other versions are not known yet. */
  public IndexedArticle(Article article, List<RecordPlace> places, long further) {
    this(article, places, further, Added.NONE, Lineage.NONE, Candidates.NONE, RunZones.NONE);
  }

  /** An article just read, under the id it asks for; see {@link RecordPlace#of}. */
  public static IndexedArticle of(String file, Article article, long number) {
    return new IndexedArticle(article, List.of(RecordPlace.of(file, article, number)), 0);
  }

  /** The first location, which gives the article its id and section. */
  public RecordPlace first() {
    return places.getFirst();
  }

  /** This article under another id. */
  public IndexedArticle withId(String id) {
    return with(article.toBuilder().id(id, article.idOrigin()).build());
  }

  /** The same article with other versions. */
  public IndexedArticle with(Lineage versions) {
    return new IndexedArticle(article, places, further, added, versions, names, zones);
  }

  /** A changed article at the same locations. */
  public IndexedArticle with(Article changed) {
    return new IndexedArticle(changed, places, further, added, lineage, names, zones);
  }

  /** The same article with the names that it may mention. */
  public IndexedArticle with(Candidates found) {
    return new IndexedArticle(article, places, further, added, lineage, found, zones);
  }

  /** The same article with other furniture, and the zones by which it was decided. */
  public IndexedArticle with(RunZones compared, Furniture furniture) {
    Article changed = article.toBuilder().furniture(furniture).build();
    return new IndexedArticle(changed, places, further, added, lineage, names, compared);
  }

  /** This article, which came with a published state. */
  public IndexedArticle addedIn(long state) {
    return new IndexedArticle(article, places, further, state, lineage, names, zones);
  }

  /** The number of times it was read beyond the first. */
  public long copies() {
    return places.size() - 1 + further;
  }

  /**
   * Returns the same article at other locations, under the id that the record at the first of them
   * claims.
   *
   * @param more the number of further ones, see {@link #further}
   */
  public IndexedArticle at(Collection<RecordPlace> others, long more) {
    List<RecordPlace> sorted = others.stream().sorted().toList();
    RecordPlace first = sorted.getFirst();
    Article moved =
        article.toBuilder()
            .id(first.claim(), first.origin())
            .section(first.section())
            .publishedAt(dateAt(first))
            .items(first.items())
            .locations(told(sorted))
            .build();
    return new IndexedArticle(moved, sorted, more, added, Lineage.NONE, names, zones);
  }

  private PublicationDate dateAt(RecordPlace place) {
    if (!place.date().isEmpty()) {
      return new PublicationDate(place.date(), Origin.FILE_NAME);
    }
    PublicationDate date = article.publishedAt();
    return date.origin() == Origin.FILE_NAME ? PublicationDate.unknown() : date;
  }

  /** The locations as the article states them. */
  static List<String> told(List<RecordPlace> places) {
    return places.stream().filter(RecordPlace::isTold).map(RecordPlace::location).toList();
  }

  /** The sections of its locations, each once. */
  List<String> sections() {
    return places.stream().map(RecordPlace::section).filter(s -> !s.isEmpty()).distinct().toList();
  }

  /** The article as the first of its records gave it. */
  public IndexedArticle asRead() {
    return at(places, further).with(Candidates.NONE).with(RunZones.NONE, Furniture.NONE);
  }
}
