package broadsheet.receipt;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Collectors;

/** Receipts as files of JSON in UTF-8. Reads nothing but what a receipt has. Stateless. */
public final class ReceiptFile {

  /** The media type. */
  public static final String TYPE = "application/json";

  /** The most bytes that are read; no receipt is as long. */
  public static final int LONGEST = 32 * 1024 * 1024;

  private static final String FORMAT = "receipt";

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private ReceiptFile() {}

  /** The bytes of a receipt, laid out in lines. */
  public static byte[] bytes(Receipt receipt) {
    DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
    lines.indentObjectsWith(new DefaultIndenter("  ", "\n"));
    lines.indentArraysWith(new DefaultIndenter("  ", "\n"));
    try {
      return MAPPER.writer(lines).writeValueAsBytes(receipt);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads a receipt.
   *
   * @param file is not closed
   * @throws ReceiptException when it is none, is damaged or too long, or has another format
   * @throws IOException when the file cannot be read
   */
  public static Receipt read(InputStream file) throws IOException {
    byte[] bytes = file.readNBytes(LONGEST + 1);
    if (bytes.length > LONGEST) {
      throw new ReceiptException(
          "it is longer than %s MB, and no receipt is".formatted(LONGEST / 1024 / 1024), null);
    }
    JsonNode tree = tree(bytes);
    requireFormat(tree.path(FORMAT));
    try {
      return MAPPER.treeToValue(tree, Receipt.class);
    } catch (JsonMappingException e) {
      throw new ReceiptException("it is damaged: " + where(e), e);
    }
  }

  private static JsonNode tree(byte[] bytes) throws IOException {
    try {
      return MAPPER.readTree(bytes);
    } catch (JsonParseException e) {
      throw new ReceiptException(
          "it is no JSON, or was cut off, at line " + e.getLocation().getLineNr(), e);
    } catch (JsonProcessingException e) {
      throw new ReceiptException("it is no receipt of a search", e);
    }
  }

  private static void requireFormat(JsonNode format) {
    if (!format.isInt()) {
      throw new ReceiptException("it is no receipt of a search", null);
    }
    if (format.intValue() != Receipt.FORMAT) {
      throw new ReceiptException(
          "it is a receipt of format %s, and this version of the program reads format %s"
              .formatted(format.intValue(), Receipt.FORMAT),
          null);
    }
  }

  /** The key that is wrong, and how. */
  private static String where(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(
                part ->
                    part.getFieldName() == null ? "[" + part.getIndex() + "]" : part.getFieldName())
            .collect(Collectors.joining("."))
            .replace(".[", "[");
    String why =
        e instanceof ValueInstantiationException
                && e.getCause() instanceof IllegalArgumentException cause
            ? String.valueOf(cause.getMessage())
            : "its value is missing or of the wrong type";
    return path.isEmpty() ? why : "“" + path + "”: " + why;
  }
}
