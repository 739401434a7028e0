package broadsheet.web.openapi;

import broadsheet.address.Parameter;
import broadsheet.engine.request.FacetField;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A parameter of an address or a field of a form. Immutable.
 *
 * @param description the values it takes
 * @param schema the JSON Schema of its value, of one value if it may be repeated
 * @param most the number of times it may be given; 0 for any number
 */
public record Input(
    String name, String description, Map<String, Object> schema, boolean isRequired, int most) {

  private static final String TYPE = "type";
  private static final String STRING = "string";
  private static final String INTEGER = "integer";
  private static final String DEFAULT = "default";

  /** A parameter of a search, with its range and default. */
  public static Input of(Parameter parameter) {
    return new Input(parameter.label(), parameter.takes(), schema(parameter), false, 1);
  }

  private static Map<String, Object> schema(Parameter parameter) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (parameter.kind()) {
      case TEXT -> schema.put(TYPE, STRING);
      case DAY -> {
        schema.put(TYPE, STRING);
        schema.put("format", "date");
      }
      case CHOICE -> {
        schema.put(TYPE, STRING);
        schema.put("enum", parameter.choices());
        schema.put(DEFAULT, parameter.standard());
      }
      case NUMBER -> {
        schema.put(TYPE, INTEGER);
        schema.put("minimum", 1);
        if (parameter.most() > 0) {
          schema.put("maximum", parameter.most());
        }
        schema.put(DEFAULT, Integer.parseInt(parameter.standard()));
      }
    }
    return schema;
  }

  /** A facet, which may be given any number of times. */
  public static Input of(FacetField facet) {
    return facet == FacetField.YEAR
        ? new Input(
            facet.label(),
            "a year of four digits",
            Map.of(TYPE, STRING, "pattern", "^[0-9]{4}$"),
            false,
            0)
        : text(facet.label(), "a whole value, in its exact spelling").repeatable(0);
  }

  /** All parameters of a search but some, and the facets. */
  public static List<Input> search(Parameter... without) {
    return Stream.concat(
            Arrays.stream(Parameter.values())
                .filter(parameter -> !List.of(without).contains(parameter))
                .map(Input::of),
            facets())
        .toList();
  }

  /** The query and its filters. */
  public static List<Input> asked() {
    return Stream.concat(
            Stream.of(Parameter.Q, Parameter.FROM, Parameter.TO).map(Input::of), facets())
        .toList();
  }

  private static Stream<Input> facets() {
    return Arrays.stream(FacetField.values()).map(Input::of);
  }

  public static Input text(String name, String description) {
    return new Input(name, description, Map.of(TYPE, STRING), false, 1);
  }

  /** A table in a form. */
  public static Input file(String name, String description) {
    return file(name, description, "text/csv");
  }

  /** A file of text in a form. */
  public static Input file(String name, String description, String mediaType) {
    return new Input(
        name, description, Map.of(TYPE, STRING, "contentMediaType", mediaType), false, 1);
  }

  boolean isFile() {
    return schema.containsKey("contentMediaType");
  }

  /** One of several words; the first is the default. */
  public static Input choice(String name, String description, List<String> words) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, STRING);
    schema.put("enum", List.copyOf(words));
    schema.put(DEFAULT, words.getFirst());
    return new Input(name, description, schema, false, 1);
  }

  /** One of several words, without a default. */
  public static Input word(String name, String description, List<String> words) {
    return new Input(name, description, Map.of(TYPE, STRING, "enum", List.copyOf(words)), false, 1);
  }

  /** A whole number from 1. */
  public static Input number(String name, String description) {
    return new Input(name, description, Map.of(TYPE, INTEGER, "minimum", 1), false, 1);
  }

  /** A whole number of a range, with its default. */
  public static Input number(String name, String description, int standard, int least, int most) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, INTEGER);
    schema.put("minimum", least);
    schema.put("maximum", most);
    schema.put(DEFAULT, standard);
    return new Input(name, description, schema, false, 1);
  }

  /** A copy that must be given. */
  public Input required() {
    return new Input(name, description, schema, true, most);
  }

  /**
   * A copy that may be given several times.
   *
   * @param atMost the number of times; 0 for any number
   */
  public Input repeatable(int atMost) {
    return new Input(name, description, schema, isRequired, atMost);
  }
}
