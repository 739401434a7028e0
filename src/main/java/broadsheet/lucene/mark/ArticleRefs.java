package broadsheet.lucene.mark;

import broadsheet.article.ArticleRef;
import broadsheet.engine.request.VersionScope;
import broadsheet.lucene.schema.Fingerprint;
import broadsheet.lucene.schema.IndexSchema;
import broadsheet.lucene.schema.StoredArticle;
import broadsheet.lucene.schema.WithdrawnDocument;
import broadsheet.lucene.snapshot.ReaderSnapshot;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Makes references to articles, and resolves them. Stateless. */
public final class ArticleRefs {

  /** The suffix of an id that several articles claim. */
  private static final Pattern NUMBER = Pattern.compile("~\\d+$");

  private ArticleRefs() {}

  /** The references of the articles with these ids. */
  static Map<String, ArticleRef> of(Collection<String> ids, ReaderSnapshot snapshot)
      throws IOException {
    Map<String, ArticleRef> refs = new HashMap<>();
    for (String id : ids) {
      OptionalInt document = ArticleSearch.document(id, snapshot);
      if (document.isPresent()) {
        Document stored = snapshot.storedFields().document(document.getAsInt());
        refs.put(id, of(id, new StoredArticle(stored)));
      }
    }
    return refs;
  }

  /** The reference of an article with this id. */
  public static ArticleRef of(String id, StoredArticle article) {
    return new ArticleRef(id, hex(Fingerprint.of(article.indexed())));
  }

  private static String hex(BytesRef bytes) {
    return HexFormat.of().formatHex(bytes.bytes, bytes.offset, bytes.offset + bytes.length);
  }

  /** Today's ids of the articles that are there with the same text. */
  static Map<ArticleRef, String> same(Collection<ArticleRef> refs, ReaderSnapshot snapshot)
      throws IOException {
    Map<ArticleRef, String> ids = new HashMap<>();
    for (LeafReaderContext leaf : snapshot.of(VersionScope.ALL).getLeafContexts()) {
      addSame(refs, leaf.reader(), ids);
    }
    return ids;
  }

  /** Selects the ids that belong to an article. */
  static Set<String> there(Collection<String> ids, ReaderSnapshot snapshot) throws IOException {
    Set<String> there = new HashSet<>();
    for (String id : ids) {
      if (ArticleSearch.document(id, snapshot).isPresent()) {
        there.add(id);
      }
    }
    return there;
  }

  /**
   * Selects the ids that belonged to a withdrawn article; another article may have one of them
   * today.
   */
  static Set<String> withdrawn(Collection<String> ids, ReaderSnapshot snapshot) throws IOException {
    Set<String> withdrawn = new HashSet<>();
    for (String id : ids) {
      if (isWithdrawn(id, snapshot) || isWithdrawn(NUMBER.matcher(id).replaceFirst(""), snapshot)) {
        withdrawn.add(id);
      }
    }
    return withdrawn;
  }

  private static boolean isWithdrawn(String id, ReaderSnapshot snapshot) throws IOException {
    return snapshot.count(new TermQuery(new Term(WithdrawnDocument.ID, id))) > 0;
  }

  /** Adds the articles with the same text in one segment. */
  private static void addSame(
      Collection<ArticleRef> refs, LeafReader reader, Map<ArticleRef, String> ids)
      throws IOException {
    Terms fingerprints = reader.terms(IndexSchema.FINGERPRINT);
    if (fingerprints == null) {
      return;
    }
    Map<Integer, ArticleRef> byDocument = new TreeMap<>();
    TermsEnum terms = fingerprints.iterator();
    for (ArticleRef ref : refs) {
      if (terms.seekExact(new BytesRef(HexFormat.of().parseHex(ref.fingerprint())))) {
        firstLive(terms, reader.getLiveDocs()).ifPresent(doc -> byDocument.put(doc, ref));
      }
    }
    SortedDocValues values = DocValues.getSorted(reader, IndexSchema.ID);
    for (Map.Entry<Integer, ArticleRef> each : byDocument.entrySet()) {
      if (values.advanceExact(each.getKey())) {
        ids.put(each.getValue(), values.lookupOrd(values.ordValue()).utf8ToString());
      }
    }
  }

  private static OptionalInt firstLive(TermsEnum terms, @Nullable Bits live) throws IOException {
    PostingsEnum documents = terms.postings(null, PostingsEnum.NONE);
    int document = documents.nextDoc();
    while (document != DocIdSetIterator.NO_MORE_DOCS && live != null && !live.get(document)) {
      document = documents.nextDoc();
    }
    return document == DocIdSetIterator.NO_MORE_DOCS
        ? OptionalInt.empty()
        : OptionalInt.of(document);
  }
}
