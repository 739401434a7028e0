package broadsheet.lucene.meaning;

import broadsheet.engine.Likeness;
import org.apache.lucene.util.BytesRef;

/**
 * A query's text as the vector of one model.
 *
 * @param model the name of the model
 * @param description see {@link broadsheet.lucene.semantic.SemanticFormat#description}
 * @param vector its bytes, in the form of the passages'
 * @param scale that of the model
 */
public record ModelQuery(String model, String description, BytesRef vector, Likeness scale) {}
