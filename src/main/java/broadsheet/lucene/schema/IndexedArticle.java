package broadsheet.lucene.schema;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;
import broadsheet.article.PublicationDate.Origin;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * An article as the index keeps it: once, however often it was read. Immutable.
 *
 * @param article under the id it is kept by
 * @param places the places it was read at, in their order; at least one
 * @param unlisted files in which it was read at further places, with how many they are: of a file
 *     that holds it very often only the first places are kept
 */
public record IndexedArticle(
    Article article, List<RecordPlace> places, Map<String, Long> unlisted) {

  /**
   * @throws IllegalArgumentException when there is no place
   */
  public IndexedArticle {
    if (places.isEmpty()) {
      throw new IllegalArgumentException("an article is read somewhere: " + article.id());
    }
    places = places.stream().distinct().sorted().toList();
    unlisted = Map.copyOf(unlisted);
  }

  /** An article just read, under the id it asks for; see {@link RecordPlace#of}. */
  public static IndexedArticle of(String file, Article article, long number) {
    return new IndexedArticle(article, List.of(RecordPlace.of(file, article, number)), Map.of());
  }

  /** The first place, whose id and section the article has. */
  public RecordPlace first() {
    return places.getFirst();
  }

  /** The same under another id. */
  public IndexedArticle withId(String id) {
    return with(article.toBuilder().id(id, article.idOrigin()).build());
  }

  /** What is kept of the article changed, at the same places. */
  public IndexedArticle with(Article changed) {
    return new IndexedArticle(changed, places, unlisted);
  }

  /** How often it was read beyond the first time. */
  public long copies() {
    return places.size() - 1 + unlisted.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * The same article as read at other places, under the id it asks for at the first of them.
   *
   * @param more see {@link #unlisted}
   */
  public IndexedArticle at(Collection<RecordPlace> others, Map<String, Long> more) {
    List<RecordPlace> sorted = others.stream().sorted().toList();
    RecordPlace first = sorted.getFirst();
    Article moved =
        article.toBuilder()
            .id(first.claim(), first.origin())
            .section(first.section())
            .publishedAt(dateAt(first))
            .locations(told(sorted))
            .build();
    return new IndexedArticle(moved, sorted, more);
  }

  private PublicationDate dateAt(RecordPlace place) {
    if (!place.date().isEmpty()) {
      return new PublicationDate(place.date(), Origin.FILE_NAME);
    }
    PublicationDate date = article.publishedAt();
    return date.origin() == Origin.FILE_NAME ? PublicationDate.unknown() : date;
  }

  /** Where an article tells it was read. */
  static List<String> told(List<RecordPlace> places) {
    return places.stream().filter(RecordPlace::isTold).map(RecordPlace::location).toList();
  }

  /** The sections it stood in, each once. */
  List<String> sections() {
    return places.stream().map(RecordPlace::section).filter(s -> !s.isEmpty()).distinct().toList();
  }
}
