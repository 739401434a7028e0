package broadsheet.corpus.json;

import broadsheet.corpus.pack.Damage;
import broadsheet.corpus.record.Records;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Parses JSON both as the standard defines it and as sloppy programs write it. Depth, strings and
 * numbers are bounded. Thread-safe.
 */
public final class LenientJson {
  private static final int DEEPEST = 200;

  /** Leaves its source open, so that another parser can continue where one stopped. */
  public static final JsonFactory FACTORY = lenient(new JsonFactoryBuilder()).build();

  public static final JsonMapper MAPPER = JsonMapper.builder(FACTORY).build();

  private LenientJson() {}

  private static JsonFactoryBuilder lenient(JsonFactoryBuilder builder) {
    return builder
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(Records.LONGEST_RECORD)
                .build())
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
        .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
        .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
        .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
        .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
        .disable(StreamReadFeature.AUTO_CLOSE_SOURCE);
  }

  /** The reason for an error, as one of a few sentences. */
  static String reason(JsonProcessingException e) {
    return switch (e) {
      case JsonEOFException x -> Damage.CUT_OFF;
      case StreamConstraintsException x -> "exceeds the limits of a record";
      default -> "not JSON";
    };
  }
}
