package broadsheet.lucene.snapshot;

import broadsheet.lucene.analysis.StemmedLanguages;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.BytesRef;

/**
 * The languages in which the articles of an index are stemmed, with the number of articles of each.
 *
 * @param articles by language as {@link StemmedLanguages#of} gives it; at least one language
 */
public record ArticleLanguages(Map<String, Integer> articles) {

  public ArticleLanguages {
    articles = articles.isEmpty() ? Map.of(StemmedLanguages.NONE, 0) : Map.copyOf(articles);
  }

  /**
   * The languages of an index.
   *
   * @throws CorruptIndexException when they cannot be read
   */
  public static ArticleLanguages of(IndexReader reader) throws IOException {
    try {
      return new ArticleLanguages(counted(reader));
    } catch (RuntimeException e) { // a flipped bit can make it throw anything
      throw new CorruptIndexException(
          "its languages cannot be read: " + e.getMessage(), reader.toString(), e);
    }
  }

  private static Map<String, Integer> counted(IndexReader reader) throws IOException {
    Map<String, Integer> articles = new HashMap<>();
    Terms terms = MultiTerms.getTerms(reader, IndexSchema.STEMS);
    if (terms != null) {
      TermsEnum languages = terms.iterator();
      for (BytesRef term = languages.next(); term != null; term = languages.next()) {
        int count = LiveCounts.countWith(new Term(IndexSchema.STEMS, term), reader.leaves());
        if (count > 0) {
          articles.put(term.utf8ToString(), count);
        }
      }
    }
    return articles;
  }

  /** In alphabetical order. */
  public List<String> all() {
    return articles.keySet().stream().sorted().toList();
  }

  /** The language of most articles; ties go to the first in alphabetical order. */
  public String commonest() {
    return all().reversed().stream().max(Comparator.comparingInt(articles::get)).orElseThrow();
  }

  /** Restricts a query to articles in these languages. */
  public Query only(Collection<String> languages, Query query) {
    return languages.containsAll(articles.keySet())
        ? query
        : new LanguageFilterQuery(query, languages);
  }

  /** The number of articles in these languages. */
  int count(Collection<String> languages) {
    return languages.stream().mapToInt(language -> articles.getOrDefault(language, 0)).sum();
  }
}
