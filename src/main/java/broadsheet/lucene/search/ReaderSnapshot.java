package broadsheet.lucene.search;

import broadsheet.engine.FacetField;
import broadsheet.lucene.schema.IndexSchema;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.facet.StringDocValuesReaderState;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.IndexSearcher;

/**
 * A searcher over one committed state of the index, with what is computed once for that state.
 * Thread-safe.
 */
final class ReaderSnapshot extends IndexSearcher {

  private final Map<FacetField, StringDocValuesReaderState> facetStates;

  ReaderSnapshot(IndexReader reader) throws IOException {
    super(reader);
    setSimilarity(IndexSchema.similarity());
    facetStates = new EnumMap<>(FacetField.class);
    for (FacetField facet : FacetField.values()) {
      String field = IndexSchema.valuesOf(facet);
      if (MultiDocValues.getSortedSetValues(reader, field) != null) {
        facetStates.put(facet, new StringDocValuesReaderState(reader, field));
      }
    }
  }

  /** What counting a facet's values needs; empty when no article has a value in it. */
  Optional<StringDocValuesReaderState> facetState(FacetField facet) {
    return Optional.ofNullable(facetStates.get(facet));
  }
}
