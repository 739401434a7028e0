package broadsheet.web.words;

import broadsheet.address.ParameterValues;
import broadsheet.address.QueryString;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The form of a page of the workbench.
 *
 * @param action the path it is sent to
 * @param text the query as typed
 * @param from the first day; empty for no bound
 * @param to the last day; empty for no bound
 * @param fields the choices of the table
 * @param showsReprints whether each reprint counts
 * @param hidden the filters
 */
public record WordsForm(
    String action,
    String text,
    String from,
    String to,
    List<Field> fields,
    boolean showsReprints,
    List<QueryString.Pair> hidden) {

  /**
   * A choice.
   *
   * @param options the words it takes; empty for a number or a text
   */
  public record Field(
      String name, String label, String value, List<String> options, boolean isNumber) {}

  /** Fields that are not typed: links on the page set them. */
  private static final Set<Parameter> LINKED = Set.of(Parameters.AFTER, Parameters.CONTEXT);

  private static final Map<String, String> LABELS =
      Map.of(
          "order", "Sorted by",
          "left", "Words before",
          "right", "Words after",
          "span", "Within",
          "stopwords", "Stop words",
          "least", "Minimum count",
          "by", "By",
          "against", "Compared with",
          "length", "Words in a row");

  /** Parameters with a field of their own. */
  private static final Set<String> SHOWN =
      Set.of(
          Parameters.Q.label(),
          Parameters.FROM.label(),
          Parameters.TO.label(),
          Parameters.DUPLICATES.label());

  static WordsForm of(WordsParameters parameters) {
    return new WordsForm(
        parameters.kind().path(),
        parameters.search().text(),
        parameters.search().filters().from().map(Object::toString).orElse(""),
        parameters.search().filters().to().map(Object::toString).orElse(""),
        WordsParameters.own(parameters.kind()).stream()
            .filter(each -> !LINKED.contains(each))
            .map(each -> field(each, parameters.choices()))
            .toList(),
        parameters.search().showsDuplicates(),
        parameters.asked().pairs().stream().filter(pair -> !SHOWN.contains(pair.name())).toList());
  }

  private static Field field(Parameter parameter, ParameterValues choices) {
    return new Field(
        parameter.label(),
        LABELS.getOrDefault(parameter.label(), "Rows"),
        choices.text(parameter),
        parameter.choices(),
        parameter.kind() == Parameter.Kind.NUMBER);
  }
}
