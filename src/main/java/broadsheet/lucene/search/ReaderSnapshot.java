package broadsheet.lucene.search;

import broadsheet.engine.FacetField;
import broadsheet.engine.IndexSummary;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher over one committed state of the index, with what is computed once for that state.
 * Thread-safe.
 */
final class ReaderSnapshot extends IndexSearcher {

  private final Map<FacetField, StringDocValuesReaderState> facetStates =
      new EnumMap<>(FacetField.class);
  private final ArticleLanguages languages;
  private final IndexSummary summary;

  ReaderSnapshot(DirectoryReader reader, IndexFormat format) throws IOException {
    super(reader);
    setSimilarity(IndexSchema.similarity());
    FieldInfos fields = FieldInfos.getMergedFieldInfos(reader);
    for (FacetField facet : FacetField.values()) {
      String field = IndexSchema.valuesOf(facet);
      if (fields.fieldInfo(field) != null) {
        facetStates.put(facet, new StringDocValuesReaderState(reader, field));
      }
    }
    languages = ArticleLanguages.of(reader);
    summary = Summaries.of(this, reader.getIndexCommit(), format);
  }

  /** What counting a facet's values needs; empty when no article has a value in it. */
  Optional<StringDocValuesReaderState> facetState(FacetField facet) {
    return Optional.ofNullable(facetStates.get(facet));
  }

  /** The languages of its articles. */
  ArticleLanguages languages() {
    return languages;
  }

  /** What this state of the index holds, at a glance. */
  IndexSummary summary() {
    return summary;
  }
}
