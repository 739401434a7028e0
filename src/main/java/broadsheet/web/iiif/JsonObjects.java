package broadsheet.web.iiif;

import java.util.LinkedHashMap;
import java.util.Map;

/** Makes JSON objects whose names no Java identifier can have. Stateless. */
final class JsonObjects {
  private JsonObjects() {}

  /**
   * An object with these members, in this order.
   *
   * @param namesAndValues a name, its value, the next name, and so on
   */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
      object.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
    }
    return object;
  }
}
