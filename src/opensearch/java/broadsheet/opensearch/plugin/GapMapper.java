package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.Shard;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.FieldType;
import org.opensearch.index.analysis.AnalyzerScope;
import org.opensearch.index.analysis.NamedAnalyzer;
import org.opensearch.index.mapper.FieldMapper;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.ParseContext;

/**
 * A field that {@link ArticleMapper} writes and documents cannot name. It supplies the position gap
 * between two values of the field to the index writer. Without it the writer refuses the field, or
 * OpenSearch logs a warning for each segment that the field is unknown.
 */
final class GapMapper extends FieldMapper {

  private static final String TYPE = "broadsheet_text";

  private GapMapper(String name, Analyzer analyzer) {
    super(name, new FieldType(), type(name, analyzer), MultiFields.empty(), CopyTo.empty());
  }

  private static NoFieldType type(String name, Analyzer analyzer) {
    NoFieldType type = new NoFieldType(name, TYPE);
    type.setIndexAnalyzer(new NamedAnalyzer("broadsheet", AnalyzerScope.INDEX, analyzer));
    return type;
  }

  /** One for each field with postings. */
  static List<Mapper> all() {
    return Shard.analyzers().entrySet().stream()
        .<Mapper>map(field -> new GapMapper(field.getKey(), field.getValue()))
        .toList();
  }

  @Override
  protected void parseCreateField(ParseContext context) {
    throw new IllegalArgumentException("Documents cannot set the field " + name() + ".");
  }

  @Override
  protected void mergeOptions(FieldMapper other, List<String> conflicts) {}

  @Override
  protected String contentType() {
    return TYPE;
  }
}
