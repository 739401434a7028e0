package broadsheet.opensearch.plugin;

import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.opensearch.index.mapper.MappedFieldType;
import org.opensearch.index.mapper.TextSearchInfo;
import org.opensearch.index.mapper.ValueFetcher;
import org.opensearch.index.query.QueryShardContext;
import org.opensearch.index.query.QueryShardException;
import org.opensearch.search.lookup.SearchLookup;

/** A field that OpenSearch's own query language neither finds nor shows. */
final class NoFieldType extends MappedFieldType {

  private final String type;

  NoFieldType(String name, String type) {
    super(name, false, false, false, TextSearchInfo.NONE, Map.of());
    this.type = type;
  }

  @Override
  public String typeName() {
    return type;
  }

  @Override
  public ValueFetcher valueFetcher(
      QueryShardContext context, SearchLookup lookup, @Nullable String format) {
    return source -> List.of();
  }

  @Override
  public Query termQuery(Object value, @Nullable QueryShardContext context) {
    throw new QueryShardException(
        context, "Broadsheet searches the field [" + name() + "]; OpenSearch's queries cannot.");
  }
}
