package broadsheet.web.words;

import broadsheet.address.ParameterReader;
import broadsheet.address.ParameterValues;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.engine.words.WordSet;
import broadsheet.operation.ArchiveOperation;
import broadsheet.operation.Parameter;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The checked parameters of a table of the workbench. Immutable.
 *
 * @param search the query, its filters, and whether each reprint counts
 * @param choices those that only some tables take
 */
public record WordsParameters(WordsKind kind, SearchParameters search, ParameterValues choices) {

  private static final List<Parameter> SHARED =
      Stream.concat(
              ArchiveOperation.SAVE_SEARCH.parameters().stream(),
              Stream.of(Parameters.DUPLICATES, Parameters.VERSIONS))
          .toList();

  /**
   * Reads and checks parameters.
   *
   * @throws broadsheet.address.Refusal with status 400, naming every wrong parameter and the values
   *     it takes
   */
  public static WordsParameters of(WordsKind kind, ParameterReader reader) {
    SearchParameters search = SearchParameters.of(reader.only(SHARED));
    ParameterReader own = reader.only(own(kind));
    ParameterValues choices = own.values(own(kind));
    if (choices.number(Parameters.LEFT) + choices.number(Parameters.RIGHT) == 0) {
      own.isWrong(Parameters.LEFT, "left and right take at least one word together.");
    }
    own.refuseComplaints();
    return new WordsParameters(kind, search, choices);
  }

  /** The parameters that not every table takes. */
  static List<Parameter> own(WordsKind kind) {
    return kind.operation().parameters().stream().filter(each -> !SHARED.contains(each)).toList();
  }

  /** The articles that a query finds under the filters. */
  public WordSet set(QueryNode query) {
    return new WordSet(
        query, search.filters(), !search.showsDuplicates(), !choices.isOn(Parameters.ENDINGS));
  }

  /** Whether its lines are those of every match. */
  boolean isOfAllMatches() {
    return kind == WordsKind.WORDS
        && !choices.isOn(Parameters.NEAR_WORD)
        && !choices.isOn(Parameters.MARKED);
  }

  /** The query string of another table of the same articles, with its defaults. */
  QueryString asked() {
    return endings(search.toQueryString(), choices.isOn(Parameters.ENDINGS));
  }

  /** This table of every form that a search finds, or of the forms that were typed alone. */
  QueryString withEndings(boolean isAny) {
    return endings(toQueryString().without(Parameters.ENDINGS), isAny);
  }

  private static QueryString endings(QueryString others, boolean isAny) {
    return isAny ? and(others, Parameters.ENDINGS, Parameters.ENDINGS.choices().getLast()) : others;
  }

  private static QueryString and(QueryString others, Parameter parameter, String value) {
    return new QueryString(
        Stream.concat(
                others.pairs().stream(), Stream.of(new QueryString.Pair(parameter.label(), value)))
            .toList());
  }

  /** The query string: the search, and each choice of this table that differs from its default. */
  QueryString toQueryString() {
    return with(Map.of());
  }

  /** The same with other choices, from the first row. */
  QueryString with(Map<String, String> others) {
    List<QueryString.Pair> pairs = new ArrayList<>(asked().pairs());
    for (Parameter parameter : own(kind)) {
      if (parameter.equals(Parameters.ENDINGS)) {
        continue;
      }
      String now = parameter.equals(Parameters.AFTER) ? "" : choices.text(parameter);
      String value = others.getOrDefault(parameter.label(), now);
      if (!value.equals(parameter.standard())) {
        pairs.add(new QueryString.Pair(parameter.label(), value));
      }
    }
    return new QueryString(pairs);
  }
}
