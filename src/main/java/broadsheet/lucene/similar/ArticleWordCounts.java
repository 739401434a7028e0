package broadsheet.lucene.similar;

import broadsheet.lucene.mark.ArticleSearch;
import broadsheet.lucene.rank.Collapsing;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The most frequent words of an article, to find similar ones by in all parts of an archive.
 *
 * @param family the family of its reprints; empty when it has none
 * @param tag its language in BCP 47; empty if unknown
 * @param language the language of its stems
 * @param words the most frequent first
 */
public record ArticleWordCounts(
    String id, OptionalLong family, String tag, String language, List<WordCounts.Counted> words) {

  /** The words of an article; empty where the part does not have it. */
  public static Optional<ArticleWordCounts> of(String id, ReaderSnapshot part) throws IOException {
    OptionalInt document = ArticleSearch.document(id, part);
    if (document.isEmpty()) {
      return Optional.empty();
    }
    WordCounts counts =
        new WordCounts(new StoredArticle(part.storedFields().document(document.getAsInt())));
    return Optional.of(
        new ArticleWordCounts(
            id,
            Collapsing.family(part.getIndexReader(), document.getAsInt()),
            counts.tag(),
            counts.language(),
            counts.mostFrequent(PartNeighbours.LOOKED_UP)));
  }
}
