package broadsheet.lucene.index;

import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.RecordPlace;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Collects the locations of articles that are word for word the same: the first {@value #LISTED} of
 * each file, and the number of the others. Not thread-safe.
 */
final class MergedPlaces {

  /** Enough to look at; a table of millions of equal rows must not fill the memory. */
  static final int LISTED = 100;

  private final Map<String, TreeSet<RecordPlace>> listed = new HashMap<>();
  private final Map<String, Long> unlisted = new HashMap<>();

  void add(IndexedArticle article) {
    article.places().forEach(this::add);
    article.unlisted().forEach((file, count) -> unlisted.merge(file, count, Long::sum));
  }

  private void add(RecordPlace place) {
    TreeSet<RecordPlace> ofFile = listed.computeIfAbsent(place.file(), f -> new TreeSet<>());
    if (ofFile.add(place) && ofFile.size() > LISTED) {
      ofFile.removeLast();
      unlisted.merge(place.file(), 1L, Long::sum);
    }
  }

  List<RecordPlace> listed() {
    return listed.values().stream().flatMap(TreeSet::stream).toList();
  }

  /** See {@link IndexedArticle#unlisted}. */
  Map<String, Long> unlisted() {
    return Map.copyOf(unlisted);
  }
}
