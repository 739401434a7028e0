package broadsheet.opensearch.plugin;

import broadsheet.lucene.shard.Shard;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexableField;
import org.opensearch.index.mapper.Mapper;
import org.opensearch.index.mapper.MapperParsingException;
import org.opensearch.index.mapper.ParametrizedFieldMapper;
import org.opensearch.index.mapper.ParseContext;

/**
 * The field type {@value #TYPE}: its value is the bytes that a client sends for one article. It
 * adds exactly the fields that our own engine writes for the article. These fields have names of
 * their own; nothing is indexed under the name in the mapping.
 */
final class ArticleMapper extends ParametrizedFieldMapper {

  static final String TYPE = "broadsheet";

  /** Reads the type from a mapping; it has no parameters. */
  static final TypeParser PARSER = new TypeParser((name, context) -> new Builder(name));

  private final List<Mapper> gaps;

  private ArticleMapper(String name, NoFieldType type, CopyTo copyTo) {
    super(name, type, MultiFields.empty(), copyTo);
    gaps = GapMapper.all();
  }

  private static final class Builder extends ParametrizedFieldMapper.Builder {

    Builder(String name) {
      super(name);
    }

    @Override
    protected List<Parameter<?>> getParameters() {
      return List.of();
    }

    @Override
    public ParametrizedFieldMapper build(BuilderContext context) {
      return new ArticleMapper(name, new NoFieldType(buildFullName(context), TYPE), copyTo.build());
    }
  }

  /** The fields whose analyzers the mapping must know. */
  @Override
  public Iterator<Mapper> iterator() {
    return gaps.iterator();
  }

  /** Without the value in the message of an error, which would be the whole article. */
  @Override
  public void parse(ParseContext context) throws IOException {
    try {
      parseCreateField(context);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new MapperParsingException(e.getMessage(), e);
    }
  }

  @Override
  protected void parseCreateField(ParseContext context) throws IOException {
    ArchiveFormat.check(context.docMapper().meta());
    if (context.doc().getByKey(TYPE) != null) {
      throw new IllegalArgumentException("A document is one article.");
    }
    Document document = Shard.document(context.parser().binaryValue());
    Iterator<IndexableField> fields = document.iterator();
    context.doc().addWithKey(TYPE, fields.next());
    fields.forEachRemaining(context.doc()::add);
  }

  @Override
  public ParametrizedFieldMapper.Builder getMergeBuilder() {
    return new Builder(simpleName()).init(this);
  }

  @Override
  protected String contentType() {
    return TYPE;
  }
}
