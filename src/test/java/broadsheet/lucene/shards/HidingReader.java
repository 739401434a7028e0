package broadsheet.lucene.shards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.FilterDirectoryReader;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PointValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Wraps a reader for one request as OpenSearch's security plugin does, for every user: its key for
 * caches is that of the reader below. Hidden documents are as if deleted, but are counted; a hidden
 * field is in no way there. Source: {@code DlsFlsFilterLeafReader} of opensearch-project/security.
 */
public final class HidingReader extends FilterDirectoryReader {

  private final Hidden hidden;

  /**
   * The data that a user may not see.
   *
   * @param documents the documents that match this query
   * @param fields the fields of all documents
   */
  public record Hidden(Optional<Query> documents, Set<String> fields) {

    private static final Pattern DOCUMENTS = Pattern.compile("without (\\S+) (.+)");
    private static final Pattern FIELD = Pattern.compile("without (\\S+)");

    /**
     * Reads a user's name: {@code without FIELD VALUE} hides documents with a value, {@code without
     * FIELD} hides a field, and {@code without *} hides everything.
     */
    public static Hidden from(String user) {
      Matcher documents = DOCUMENTS.matcher(user);
      Matcher field = FIELD.matcher(user);
      if (user.equals("without *")) {
        return new Hidden(Optional.of(MatchAllDocsQuery.INSTANCE), Set.of());
      } else if (documents.matches()) {
        Term value = new Term(documents.group(1), documents.group(2));
        return new Hidden(Optional.of(new TermQuery(value)), Set.of());
      }
      return new Hidden(Optional.empty(), field.matches() ? Set.of(field.group(1)) : Set.of());
    }
  }

  public HidingReader(DirectoryReader in, Hidden hidden) throws IOException {
    super(
        in,
        new SubReaderWrapper() {
          @Override
          public LeafReader wrap(LeafReader segment) {
            return new Segment(segment, hidden);
          }
        });
    this.hidden = hidden;
  }

  @Override
  protected DirectoryReader doWrapDirectoryReader(DirectoryReader other) throws IOException {
    return new HidingReader(other, hidden);
  }

  @Override
  public CacheHelper getReaderCacheHelper() {
    return in.getReaderCacheHelper();
  }

  private static final class Segment extends FilterLeafReader {

    private final Hidden hidden;
    private final FieldInfos fields;
    private final @Nullable Bits live;

    Segment(LeafReader in, Hidden hidden) {
      super(in);
      this.hidden = hidden;
      fields = hidden.fields().isEmpty() ? in.getFieldInfos() : visible(in.getFieldInfos());
      live = hidden.documents().isEmpty() ? in.getLiveDocs() : without(hidden.documents().get());
    }

    private FieldInfos visible(FieldInfos all) {
      return new FieldInfos(
          StreamSupport.stream(all.spliterator(), false)
              .filter(field -> !isHidden(field.name))
              .toArray(FieldInfo[]::new));
    }

    private boolean isHidden(String field) {
      return hidden.fields().contains(field);
    }

    private Bits without(Query documents) {
      try {
        FixedBitSet visible = new FixedBitSet(in.maxDoc());
        visible.set(0, in.maxDoc());
        IndexSearcher searcher = new IndexSearcher(in);
        searcher.setQueryCache(null);
        Query rewritten = searcher.rewrite(documents);
        Scorer those =
            searcher
                .createWeight(rewritten, ScoreMode.COMPLETE_NO_SCORES, 1)
                .scorer(in.getContext());
        if (those != null) {
          visible.andNot(those.iterator());
        }
        Bits before = in.getLiveDocs();
        for (int document = 0; before != null && document < in.maxDoc(); document++) {
          if (!before.get(document)) {
            visible.clear(document);
          }
        }
        return visible;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public @Nullable Bits getLiveDocs() {
      return live;
    }

    @Override
    public int numDocs() {
      return in.numDocs();
    }

    @Override
    public boolean hasDeletions() {
      return live != null;
    }

    @Override
    public FieldInfos getFieldInfos() {
      return fields;
    }

    @Override
    public StoredFields storedFields() throws IOException {
      StoredFields all = in.storedFields();
      return new StoredFields() {
        @Override
        public void document(int document, StoredFieldVisitor visitor) throws IOException {
          all.document(document, new VisibleFields(visitor));
        }
      };
    }

    private final class VisibleFields extends StoredFieldVisitor {

      private final StoredFieldVisitor visitor;

      VisibleFields(StoredFieldVisitor visitor) {
        this.visitor = visitor;
      }

      @Override
      public Status needsField(FieldInfo field) throws IOException {
        return isHidden(field.name) ? Status.NO : visitor.needsField(field);
      }

      @Override
      public void binaryField(FieldInfo field, byte[] value) throws IOException {
        visitor.binaryField(field, value);
      }

      @Override
      public void stringField(FieldInfo field, String value) throws IOException {
        visitor.stringField(field, value);
      }

      @Override
      public void intField(FieldInfo field, int value) throws IOException {
        visitor.intField(field, value);
      }

      @Override
      public void longField(FieldInfo field, long value) throws IOException {
        visitor.longField(field, value);
      }
    }

    @Override
    public @Nullable Terms terms(String field) throws IOException {
      return isHidden(field) ? null : in.terms(field);
    }

    @Override
    public @Nullable PointValues getPointValues(String field) throws IOException {
      return isHidden(field) ? null : in.getPointValues(field);
    }

    @Override
    public @Nullable NumericDocValues getNormValues(String field) throws IOException {
      return isHidden(field) ? null : in.getNormValues(field);
    }

    @Override
    public @Nullable NumericDocValues getNumericDocValues(String field) throws IOException {
      return isHidden(field) ? null : in.getNumericDocValues(field);
    }

    @Override
    public @Nullable BinaryDocValues getBinaryDocValues(String field) throws IOException {
      return isHidden(field) ? null : in.getBinaryDocValues(field);
    }

    @Override
    public @Nullable SortedDocValues getSortedDocValues(String field) throws IOException {
      return isHidden(field) ? null : in.getSortedDocValues(field);
    }

    @Override
    public @Nullable SortedNumericDocValues getSortedNumericDocValues(String field)
        throws IOException {
      return isHidden(field) ? null : in.getSortedNumericDocValues(field);
    }

    @Override
    public @Nullable SortedSetDocValues getSortedSetDocValues(String field) throws IOException {
      return isHidden(field) ? null : in.getSortedSetDocValues(field);
    }

    @Override
    public IndexReader.CacheHelper getCoreCacheHelper() {
      return in.getCoreCacheHelper();
    }

    @Override
    public IndexReader.@Nullable CacheHelper getReaderCacheHelper() {
      return hidden.documents().isEmpty() ? in.getReaderCacheHelper() : null;
    }
  }
}
