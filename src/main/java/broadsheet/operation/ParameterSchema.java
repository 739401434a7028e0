package broadsheet.operation;

import broadsheet.operation.Parameter.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON Schema of a parameter. */
public final class ParameterSchema {
  private static final String TYPE = "type";

  private ParameterSchema() {}

  /**
   * The schema of what a parameter may be given.
   *
   * @param longest the most characters of a text without a bound of its own
   * @param several the most values of a parameter that takes any number
   */
  public static Map<String, Object> of(Parameter parameter, int longest, int several) {
    Map<String, Object> one = ofOne(parameter, longest);
    if (parameter.times() == 1) {
      return one;
    }
    Map<String, Object> array = new LinkedHashMap<>();
    array.put(TYPE, "array");
    array.put("items", one);
    put(array, "maxItems", parameter.times() == 0 ? several : parameter.times());
    if (parameter.isRequired()) {
      array.put("minItems", 1);
    }
    return array;
  }

  private static Map<String, Object> ofOne(Parameter parameter, int longest) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put(TYPE, parameter.kind() == Kind.NUMBER ? "integer" : "string");
    switch (parameter.kind()) {
      case TEXT, CURSOR -> put(schema, "maxLength", Math.min(longest, parameter.most()));
      case NUMBER -> {
        schema.put("minimum", parameter.least());
        put(schema, "maximum", parameter.most());
      }
      case DAY -> schema.put("format", "date");
      case YEAR -> {
        // the reader refuses a wrong one in a better sentence than a validator of an assistant
        if (longest == Parameter.ANY) {
          schema.put("pattern", "^[0-9]{4}$");
        }
      }
      case CHOICE, SWITCH -> schema.put("enum", parameter.choices());
      case FILE -> schema.put("contentMediaType", parameter.choices().getFirst());
    }
    if (!parameter.standard().isEmpty()) {
      schema.put("default", standard(parameter));
    }
    return schema;
  }

  private static Object standard(Parameter parameter) {
    return parameter.kind() == Kind.NUMBER
        ? (Object) Integer.valueOf(parameter.standard())
        : parameter.standard();
  }

  private static void put(Map<String, Object> schema, String bound, int most) {
    if (most != Parameter.ANY) {
      schema.put(bound, most);
    }
  }

  /** The schema of an object with these parameters as its properties. */
  public static Map<String, Object> object(List<Parameter> parameters, int longest, int several) {
    Map<String, Object> properties = new LinkedHashMap<>();
    for (Parameter parameter : parameters) {
      Map<String, Object> property = new LinkedHashMap<>(of(parameter, longest, several));
      property.put("description", parameter.meaning());
      properties.put(parameter.label(), property);
    }
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(TYPE, "object");
    object.put("properties", properties);
    List<String> required =
        parameters.stream().filter(Parameter::isRequired).map(Parameter::label).toList();
    if (!required.isEmpty()) {
      object.put("required", required);
    }
    return object;
  }
}
