package broadsheet.address;

import broadsheet.operation.Parameter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The checked values of an operation's parameters. One that the operation does not take has its
 * default. Immutable.
 *
 * @param byLabel as in an address
 */
public record ParameterValues(Map<String, String> byLabel) {

  public ParameterValues {
    byLabel = Map.copyOf(byLabel);
  }

  /** A copy with another value. */
  ParameterValues with(Parameter parameter, String value) {
    Map<String, String> copy = new HashMap<>(byLabel);
    copy.put(parameter.label(), value);
    return new ParameterValues(copy);
  }

  /** A copy with the defaults of these parameters. */
  ParameterValues usual(Parameter... parameters) {
    Map<String, String> copy = new HashMap<>(byLabel);
    for (Parameter parameter : parameters) {
      copy.put(parameter.label(), parameter.standard());
    }
    return new ParameterValues(copy);
  }

  /** The value as in an address; empty if there is neither a value nor a default. */
  public String text(Parameter parameter) {
    return byLabel.getOrDefault(parameter.label(), parameter.standard());
  }

  public int number(Parameter parameter) {
    return Integer.parseInt(text(parameter));
  }

  /** The value as one of an enum. */
  public <E extends Enum<E>> E choice(Parameter parameter, Class<E> type) {
    return Parameter.named(text(parameter), type);
  }

  /** The value as one of an enum; empty for the default, which names none. */
  public <E extends Enum<E>> Optional<E> chosen(Parameter parameter, Class<E> type) {
    return Optional.of(text(parameter))
        .filter(word -> !word.equals(parameter.standard()))
        .map(word -> Parameter.named(word, type));
  }

  /** Whether a choice of two is not the default. */
  public boolean isOn(Parameter parameter) {
    return !text(parameter).equals(parameter.standard());
  }
}
