package broadsheet.web.words;

import broadsheet.address.ParameterValues;
import broadsheet.address.QueryString;
import broadsheet.engine.words.LineOrder;
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
      String name, String label, String value, List<Option> options, boolean isNumber) {}

  /** A word that a field takes, and its name. */
  public record Option(String value, String label) {}

  /** Fields that are not typed: links on the page set them. */
  private static final Set<Parameter> LINKED = Set.of(Parameters.AFTER, Parameters.CONTEXT);

  /** Fields of lines that are there only where a link set them. */
  private static final Set<Parameter> RARE =
      Set.of(
          Parameters.LEFT,
          Parameters.RIGHT,
          Parameters.SPAN,
          Parameters.NEAR_WORD,
          Parameters.MARKED);

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("order", "Sorted by"),
          Map.entry("second", "then by"),
          Map.entry("third", "then by"),
          Map.entry("left", "Words before"),
          Map.entry("right", "Words after"),
          Map.entry("span", "Within"),
          Map.entry("stopwords", "Stop words"),
          Map.entry("least", "Minimum count"),
          Map.entry("by", "By"),
          Map.entry("against", "Compared with"),
          Map.entry("length", "Words in a row"),
          Map.entry("endings", "Words"),
          Map.entry("near", "Near the word"),
          Map.entry("lines", "Lines of"),
          Map.entry("sample", "Random lines (0: all)"),
          Map.entry("thin", "Percent of the lines"),
          Map.entry("seed", "Seed"),
          Map.entry("around", "Sequences"));

  /** The names of choices that are no words of the language. */
  private static final Map<String, String> CHOICES =
      Map.of(
          "endings typed", "as typed",
          "endings any", "with any ending",
          "around any", "anywhere",
          "around match", "around a match");

  /** Parameters with a field of their own. */
  private static final Set<String> SHOWN =
      Set.of(
          Parameters.Q.label(),
          Parameters.FROM.label(),
          Parameters.TO.label(),
          Parameters.DUPLICATES.label(),
          Parameters.ENDINGS.label());

  static WordsForm of(WordsParameters parameters) {
    return new WordsForm(
        parameters.kind().path(),
        parameters.search().text(),
        parameters.search().filters().from().map(Object::toString).orElse(""),
        parameters.search().filters().to().map(Object::toString).orElse(""),
        WordsParameters.own(parameters.kind()).stream()
            .filter(each -> !LINKED.contains(each) && isShown(each, parameters))
            .map(each -> field(each, parameters.choices()))
            .toList(),
        parameters.search().showsDuplicates(),
        parameters.asked().pairs().stream().filter(pair -> !SHOWN.contains(pair.name())).toList());
  }

  private static boolean isShown(Parameter parameter, WordsParameters parameters) {
    boolean isNear = parameters.choices().isOn(Parameters.NEAR_WORD);
    return parameters.kind() != WordsKind.WORDS
        || !RARE.contains(parameter)
        || (parameter.equals(Parameters.MARKED) ? parameters.choices().isOn(parameter) : isNear);
  }

  private static Field field(Parameter parameter, ParameterValues choices) {
    return new Field(
        parameter.label(),
        LABELS.getOrDefault(parameter.label(), "Rows"),
        choices.text(parameter),
        parameter.choices().stream().map(word -> new Option(word, name(parameter, word))).toList(),
        parameter.kind() == Parameter.Kind.NUMBER);
  }

  private static String name(Parameter parameter, String word) {
    boolean isOrder =
        parameter.equals(Parameters.LINE_ORDER)
            || parameter.equals(Parameters.SECOND_ORDER)
            || parameter.equals(Parameters.THIRD_ORDER);
    return isOrder && Parameters.LINE_ORDER.choices().contains(word)
        ? WordsPage.name(Parameter.named(word, LineOrder.class))
        : CHOICES.getOrDefault(parameter.label() + " " + word, word);
  }
}
