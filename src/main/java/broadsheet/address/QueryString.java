package broadsheet.address;

import broadsheet.operation.Parameter;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of an address after the question mark: names and values, in order. Immutable.
 *
 * @param pairs may contain a name more than once
 */
public record QueryString(List<Pair> pairs) {

  /** A name and its value, decoded. */
  public record Pair(String name, String value) {}

  public QueryString {
    pairs = List.copyOf(pairs);
  }

  /** The pairs of a map. */
  public static QueryString of(Map<String, String> values) {
    return new QueryString(
        values.entrySet().stream().map(each -> new Pair(each.getKey(), each.getValue())).toList());
  }

  /**
   * Parses the text after the question mark. Never fails: a broken escape stays as typed, and bytes
   * that are not UTF-8 become U+FFFD.
   */
  public static QueryString parse(@Nullable String encoded) {
    List<Pair> pairs = new ArrayList<>();
    for (String part : (encoded == null ? "" : encoded).split("&", -1)) {
      if (!part.isEmpty()) {
        int equals = part.indexOf('=');
        String name = equals < 0 ? part : part.substring(0, equals);
        String value = equals < 0 ? "" : part.substring(equals + 1);
        pairs.add(new Pair(decode(name), decode(value)));
      }
    }
    return new QueryString(pairs);
  }

  /** The values of a name, in order, without blank ones such as empty form fields. */
  public List<String> filled(String name) {
    return pairs.stream()
        .filter(pair -> pair.name().equals(name) && !pair.value().isBlank())
        .map(Pair::value)
        .toList();
  }

  /** A copy of these parameters alone. */
  public QueryString only(List<Parameter> parameters) {
    Set<String> names = parameters.stream().map(Parameter::label).collect(Collectors.toSet());
    return new QueryString(pairs.stream().filter(pair -> names.contains(pair.name())).toList());
  }

  /** A copy without these parameters. */
  public QueryString without(Parameter... parameters) {
    return without(Arrays.stream(parameters).map(Parameter::label).toList());
  }

  /** A copy without the parameters of these names. */
  public QueryString without(List<String> names) {
    return new QueryString(pairs.stream().filter(pair -> !names.contains(pair.name())).toList());
  }

  /** The address of this path with these parameters. */
  public String after(String path) {
    return pairs.isEmpty() ? path : path + "?" + encoded();
  }

  /** The encoded text, which {@link #parse} reads back. */
  public String encoded() {
    return pairs.stream()
        .map(pair -> encode(pair.name()) + "=" + encode(pair.value()))
        .collect(Collectors.joining("&"));
  }

  /** Encodes text for a query string, or for a path if it has no spaces. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("%7E", "~");
  }

  private static String decode(String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream decoded = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      int escaped = raw[i] == '%' && i + 2 < raw.length ? hexByte(raw[i + 1], raw[i + 2]) : -1;
      if (escaped >= 0) {
        decoded.write(escaped);
        i += 2;
      } else {
        decoded.write(raw[i] == '+' ? ' ' : raw[i]);
      }
    }
    return decoded.toString(StandardCharsets.UTF_8);
  }

  private static int hexByte(byte high, byte low) {
    int highDigit = Character.digit(high, 16);
    int lowDigit = Character.digit(low, 16);
    return highDigit < 0 || lowDigit < 0 ? -1 : highDigit * 16 + lowDigit;
  }
}
