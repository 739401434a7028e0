package broadsheet.lucene.mark;

import broadsheet.article.Article;
import broadsheet.article.ItemVersion;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.ArticleVersion;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.ItemTerm;
import broadsheet.lucene.schema.Lineage;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;

/** The versions of an article, all of which the archive keeps. Stateless. */
final class ArticleVersions {

  private static final Comparator<ArticleVersion> OLDEST_FIRST =
      Comparator.comparing(ArticleVersion::isLatest)
          .thenComparing(ArticleVersion::version, ItemVersion.BY_AGE)
          .thenComparing(ArticleVersion::id);

  private ArticleVersions() {}

  /** The versions of items, by their keys, in no order. */
  static List<ArticleVersion> of(Collection<String> keys, ReaderSnapshot snapshot)
      throws IOException {
    List<ArticleVersion> versions = new ArrayList<>();
    for (LeafReaderContext leaf : snapshot.of(VersionScope.ALL).getLeafContexts()) {
      Map<Integer, ItemVersion> found = new HashMap<>();
      for (String key : keys) {
        addAll(key, leaf, found);
      }
      for (Map.Entry<Integer, ItemVersion> each : newest(found)) {
        StoredArticle article =
            new StoredArticle(leaf.reader().storedFields().document(each.getKey()));
        if (!article.id().isEmpty()) { // else it is a further location
          Lineage lineage = Lineage.of(leaf.reader(), each.getKey());
          versions.add(version(article, each.getValue(), !lineage.isSuperseded()));
        }
      }
    }
    return versions;
  }

  private static List<Map.Entry<Integer, ItemVersion>> newest(Map<Integer, ItemVersion> found) {
    return found.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(ItemVersion.BY_AGE.reversed()))
        .limit(ArticleVersion.MOST)
        .toList();
  }

  private static ArticleVersion version(
      StoredArticle article, ItemVersion version, boolean isLatest) {
    Article stored = article.article();
    return new ArticleVersion(
        stored.id(), stored.headline(), stored.publishedAt(), version, isLatest);
  }

  /** The versions from all parts of an archive, the oldest first; none if there is only one. */
  static List<ArticleVersion> sorted(List<ArticleVersion> versions) {
    List<ArticleVersion> sorted = versions.stream().sorted(OLDEST_FIRST).toList();
    return sorted.size() < 2
        ? List.of()
        : sorted.subList(Math.max(0, sorted.size() - ArticleVersion.MOST), sorted.size());
  }

  /** Adds the live documents of an item, each with its latest version. */
  private static void addAll(String key, LeafReaderContext leaf, Map<Integer, ItemVersion> to)
      throws IOException {
    BytesRef prefix = new BytesRef(ItemTerm.prefix(key));
    Bits live = leaf.reader().getLiveDocs();
    Terms terms = leaf.reader().terms(IndexSchema.ITEM);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    boolean isThere = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
    BytesRef term = isThere ? each.term() : null;
    while (term != null && StringHelper.startsWith(term, prefix)) {
      ItemVersion version = ItemTerm.version(term.utf8ToString());
      PostingsEnum documents = each.postings(null, PostingsEnum.NONE);
      while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
        if (live == null || live.get(documents.docID())) {
          to.merge(documents.docID(), version, ArticleVersions::later);
        }
      }
      term = each.next();
    }
  }

  private static ItemVersion later(ItemVersion one, ItemVersion other) {
    return ItemVersion.BY_AGE.compare(one, other) < 0 ? other : one;
  }
}
