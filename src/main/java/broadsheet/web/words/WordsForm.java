package broadsheet.web.words;

import broadsheet.address.Parameter;
import broadsheet.address.QueryString;
import broadsheet.web.openapi.Input;
import java.util.List;
import java.util.Optional;
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
  private static final Set<String> LINKED = Set.of("after", WordsParameters.CONTEXT);

  /** Parameters with a field of their own. */
  private static final Set<String> SHOWN =
      Set.of(
          Parameter.Q.label(),
          Parameter.FROM.label(),
          Parameter.TO.label(),
          Parameter.DUPLICATES.label());

  static WordsForm of(WordsParameters parameters) {
    return new WordsForm(
        parameters.kind().path(),
        parameters.search().text(),
        parameters.search().filters().from().map(Object::toString).orElse(""),
        parameters.search().filters().to().map(Object::toString).orElse(""),
        WordsParameters.own(parameters.kind()).stream()
            .filter(input -> !LINKED.contains(input.name()))
            .map(input -> field(input, parameters))
            .toList(),
        parameters.search().showsDuplicates(),
        parameters.asked().pairs().stream().filter(pair -> !SHOWN.contains(pair.name())).toList());
  }

  private static Field field(Input input, WordsParameters parameters) {
    List<String> options =
        input.schema().get("enum") instanceof List<?> words
            ? words.stream().map(Object::toString).toList()
            : List.of();
    return new Field(
        input.name(),
        label(input.name()),
        parameters.value(input.name()),
        options,
        Optional.ofNullable(input.schema().get("type")).filter("integer"::equals).isPresent());
  }

  private static String label(String name) {
    return switch (name) {
      case WordsParameters.ORDER -> "Sorted by";
      case WordsParameters.LEFT -> "Words before";
      case WordsParameters.RIGHT -> "Words after";
      case WordsParameters.SPAN -> "Within";
      case WordsParameters.STOP_WORDS -> "Stop words";
      case WordsParameters.LEAST -> "At least … times";
      case WordsParameters.BY -> "By";
      case WordsParameters.AGAINST -> "Compared with";
      case WordsParameters.LENGTH -> "Words in a row";
      default -> "Rows";
    };
  }
}
