package broadsheet.lucene.erasing;

import broadsheet.lucene.reader.LiveTerms;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.IndexedArticle;
import broadsheet.lucene.schema.ItemTerm;
import broadsheet.lucene.schema.PlaceDocument;
import broadsheet.lucene.schema.WithdrawnDocument;
import broadsheet.query.QueryField;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;

/**
 * The names of some articles that are no other article's. Withdrawn versions of the same items are
 * taken along. For one use.
 */
public final class ErasedNames {

  /** Articles that have the words of an address in theirs. */
  private static final int MOST_ALIKE = 10_000;

  private final IndexReader reader;
  private final LiveTerms live;
  private final Set<Integer> documents;
  private final Set<ErasedName> own = new LinkedHashSet<>();
  private final Set<ErasedName> shared = new HashSet<>();

  /**
   * @param documents those of the articles
   */
  public ErasedNames(IndexReader reader, Collection<Integer> documents) throws IOException {
    this.reader = reader;
    live = new LiveTerms(reader);
    this.documents = new TreeSet<>(documents);
    Set<ErasedName> all = new LinkedHashSet<>();
    for (int document : documents) {
      all.addAll(names(document));
    }
    for (ErasedName name : all) {
      if (name.kind() == ErasedName.Kind.ITEM) {
        this.documents.addAll(withPrefix(WithdrawnDocument.ITEM, name));
      }
    }
    for (int document : this.documents) {
      all.addAll(names(document));
    }
    for (ErasedName name : all) {
      (isOfOthers(name) ? shared : own).add(name);
    }
  }

  /** Those that only these articles have. */
  public Set<ErasedName> own() {
    return own;
  }

  /** The number of those that others have, too. */
  public int shared() {
    return shared.size();
  }

  /** The documents of the articles, with those of withdrawn versions of the same items. */
  public Set<Integer> documents() {
    return documents;
  }

  private List<ErasedName> names(int document) throws IOException {
    Optional<IndexedArticle> article = WithdrawnDocument.asRead(live.stored(document));
    return article.map(ErasedName::of).orElse(List.of());
  }

  private boolean isOfOthers(ErasedName name) throws IOException {
    Collection<Integer> alike = alike(name);
    for (int document : alike) {
      if (!documents.contains(document) && names(document).contains(name)) {
        return true;
      }
    }
    return alike.size() == MOST_ALIKE; // an address of so many words in common is no name
  }

  /** The documents that may have a name, with all articles that do. */
  private Collection<Integer> alike(ErasedName name) throws IOException {
    return switch (name.kind()) {
      case TEXT -> List.of();
      case ITEM -> articles(withPrefix(IndexSchema.ITEM, name));
      case ID -> {
        String id = name.value().substring(name.value().indexOf(ErasedName.SEPARATOR) + 1);
        List<Integer> same = new ArrayList<>(live.documents(IndexSchema.ID, id));
        same.addAll(live.documents(IndexSchema.CLAIM, id));
        yield same;
      }
      case ADDRESS -> withWordsOf(name.value());
    };
  }

  private List<Integer> withPrefix(String field, ErasedName item) throws IOException {
    List<Integer> found = new ArrayList<>();
    live.eachWithPrefix(
        field, ItemTerm.prefix(item.value()), (_, documents) -> found.addAll(documents));
    return found;
  }

  /** The articles themselves, where a document is a further location of one. */
  private Set<Integer> articles(List<Integer> found) throws IOException {
    Set<Integer> articles = new TreeSet<>();
    for (int document : found) {
      BytesRef fingerprint = PlaceDocument.fingerprint(reader, document);
      articles.addAll(live.documents(IndexSchema.FINGERPRINT, fingerprint, Integer.MAX_VALUE));
    }
    return articles;
  }

  private List<Integer> withWordsOf(String address) throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    String field = QueryField.URL.label();
    try (TokenStream words =
        IndexSchema.queryAnalyzer(QueryField.URL, "").tokenStream(field, address)) {
      TermToBytesRefAttribute word = words.getAttribute(TermToBytesRefAttribute.class);
      words.reset();
      while (words.incrementToken()) {
        BytesRef term = BytesRef.deepCopyOf(word.getBytesRef());
        all.add(new TermQuery(new Term(field, term)), BooleanClause.Occur.FILTER);
      }
      words.end();
    }
    List<Integer> found = new ArrayList<>();
    for (ScoreDoc each : new IndexSearcher(reader).search(all.build(), MOST_ALIKE).scoreDocs) {
      found.add(each.doc);
    }
    return found;
  }
}
