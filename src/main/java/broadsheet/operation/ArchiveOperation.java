package broadsheet.operation;

import static broadsheet.operation.Parameters.AFTER;
import static broadsheet.operation.Parameters.AGAINST;
import static broadsheet.operation.Parameters.ANSWERS;
import static broadsheet.operation.Parameters.AROUND;
import static broadsheet.operation.Parameters.BY;
import static broadsheet.operation.Parameters.COMPARED;
import static broadsheet.operation.Parameters.CONTEXT;
import static broadsheet.operation.Parameters.COUNTS;
import static broadsheet.operation.Parameters.DUPLICATES;
import static broadsheet.operation.Parameters.ENDINGS;
import static broadsheet.operation.Parameters.FACET;
import static broadsheet.operation.Parameters.FIND;
import static broadsheet.operation.Parameters.HITS;
import static broadsheet.operation.Parameters.ID;
import static broadsheet.operation.Parameters.LEAST;
import static broadsheet.operation.Parameters.LEAST_OF_KEYWORDS;
import static broadsheet.operation.Parameters.LEFT;
import static broadsheet.operation.Parameters.LENGTH;
import static broadsheet.operation.Parameters.LINES;
import static broadsheet.operation.Parameters.LINE_ORDER;
import static broadsheet.operation.Parameters.MARKED;
import static broadsheet.operation.Parameters.MATCH;
import static broadsheet.operation.Parameters.MEASURE;
import static broadsheet.operation.Parameters.MEASURED_BY;
import static broadsheet.operation.Parameters.MODE;
import static broadsheet.operation.Parameters.NAME;
import static broadsheet.operation.Parameters.NAME_KIND;
import static broadsheet.operation.Parameters.NEAR_WORD;
import static broadsheet.operation.Parameters.OFFSET;
import static broadsheet.operation.Parameters.PAGE;
import static broadsheet.operation.Parameters.Q;
import static broadsheet.operation.Parameters.QUERIES;
import static broadsheet.operation.Parameters.QUERY;
import static broadsheet.operation.Parameters.RIGHT;
import static broadsheet.operation.Parameters.ROWS;
import static broadsheet.operation.Parameters.SAMPLE;
import static broadsheet.operation.Parameters.SECOND_ORDER;
import static broadsheet.operation.Parameters.SEED;
import static broadsheet.operation.Parameters.SIZE;
import static broadsheet.operation.Parameters.SORT;
import static broadsheet.operation.Parameters.SPAN;
import static broadsheet.operation.Parameters.SPEAKER;
import static broadsheet.operation.Parameters.STOP_WORDS;
import static broadsheet.operation.Parameters.TEXT;
import static broadsheet.operation.Parameters.THIN;
import static broadsheet.operation.Parameters.THIRD_ORDER;
import static broadsheet.operation.Parameters.UNIT;
import static broadsheet.operation.Parameters.VALUE_ORDER;
import static broadsheet.operation.Parameters.VERSIONS;
import static broadsheet.operation.Parameters.WINDOW;
import static broadsheet.operation.Parameters.WORDS;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The operations that archives offer, and the parameters of each: of its address, which are its
 * options on the command line as well, and the arguments of an assistant's tool.
 */
@SuppressWarnings("ImmutableEnumChecker") // lists that cannot be changed
public enum ArchiveOperation {
  SEARCH(
      "Search the archive",
      new FrontEnds("/search.json", "search", "search"),
      filtered(
          Q, PAGE, SIZE, SORT, AFTER, MEASURE, DUPLICATES, COUNTS, MATCH, WORDS, ANSWERS, MODE),
      filtered(QUERY, SIZE.within(1, 20), PAGE.within(1, 50), SORT, MATCH)),

  EXPLAIN(
      "Learn why an article is a result of a search",
      new FrontEnds("/article/{id}/why.json", "explain", ""),
      filtered(Q, MATCH, MODE),
      List.of()),

  RECEIPT(
      "Record a search, so that it can be repeated",
      new FrontEnds("/search.receipt.json", "receipt", ""),
      filtered(Q, SORT, DUPLICATES, MATCH, MODE),
      List.of()),

  EXPORT(
      "Export all articles of a search",
      new FrontEnds("/search.csv", "", ""),
      filtered(Q, SORT, DUPLICATES, MATCH, MODE),
      List.of()),

  PACK(
      "Pack the articles of a search with the program",
      new FrontEnds("", "pack", ""),
      filtered(Q, SORT, MATCH),
      List.of()),

  FEED(
      "Follow the newest articles of a search",
      new FrontEnds("/search.atom", "", ""),
      filtered(Q, DUPLICATES),
      List.of()),

  VALUES(
      "Every value of a facet",
      new FrontEnds("/values.json", "", ""),
      filtered(FACET, FIND, VALUE_ORDER, Q, PAGE),
      List.of()),

  TRENDS(
      "Count articles over time",
      new FrontEnds("/trends.json", "", "count_over_time"),
      filtered(COMPARED, MEASURE, UNIT),
      filtered(QUERIES, UNIT)),

  WORDS_IN_CONTEXT(
      "List the matches of a query in context",
      new FrontEnds("/words.json", "words", "words_in_context"),
      filtered(
          Q,
          DUPLICATES,
          ENDINGS,
          LINES,
          LINE_ORDER,
          SECOND_ORDER,
          THIRD_ORDER,
          AFTER,
          CONTEXT,
          NEAR_WORD,
          LEFT,
          RIGHT,
          SPAN,
          MARKED,
          SAMPLE,
          THIN,
          SEED),
      filtered(QUERY, ENDINGS, LINE_ORDER, LINES.within(1, 100).usually("30"), SAMPLE, SEED)),

  ALL_LINES(
      "Export all matches of a query in context",
      new FrontEnds("/lines.csv", "", ""),
      filtered(
          Q,
          DUPLICATES,
          ENDINGS,
          LINE_ORDER,
          SECOND_ORDER,
          THIRD_ORDER,
          CONTEXT,
          NEAR_WORD,
          LEFT,
          RIGHT,
          SPAN,
          MARKED,
          SAMPLE,
          THIN,
          SEED),
      List.of()),

  COLLOCATES(
      "Find the words near the matches of a query",
      new FrontEnds("/collocates.json", "words", "collocates"),
      filtered(Q, DUPLICATES, ENDINGS, ROWS, MEASURED_BY, LEFT, RIGHT, SPAN, STOP_WORDS, LEAST),
      filtered(QUERY, ENDINGS, WINDOW, MEASURED_BY, ROWS.within(1, 100).usually("25"))),

  FREQUENCIES(
      "Count the matches of a query per million words",
      new FrontEnds("/frequencies.json", "words", ""),
      filtered(Q, DUPLICATES, ENDINGS, BY),
      List.of()),

  KEYWORDS(
      "Find the words that articles have more often than others",
      new FrontEnds("/keywords.json", "words", ""),
      filtered(Q, DUPLICATES, ENDINGS, ROWS, AGAINST, STOP_WORDS, LEAST_OF_KEYWORDS),
      List.of()),

  NGRAMS(
      "Count sequences of words in articles",
      new FrontEnds("/ngrams.json", "words", ""),
      filtered(Q, DUPLICATES, ENDINGS, ROWS, LENGTH, AROUND, STOP_WORDS, LEAST),
      List.of()),

  BATCH(
      "Answer many queries as a table",
      new FrontEnds("", "batch", ""),
      filtered(MATCH, HITS),
      List.of()),

  SAVE_SEARCH(
      "Save a search",
      new FrontEnds("/alerts", "alert add", ""),
      Stream.concat(Stream.of(Q), Parameters.DAYS_AND_FACETS.stream()).toList(),
      List.of()),

  READ_ARTICLE(
      "Read an article",
      new FrontEnds("", "", "read_article"),
      List.of(),
      List.of(ID.required(), OFFSET)),

  NAMES(
      "Look up a name",
      new FrontEnds("", "", "name"),
      List.of(),
      List.of(NAME.required(), NAME_KIND)),

  VERIFY(
      "Check quotations against the archive",
      new FrontEnds("", "", "verify_quotes"),
      List.of(),
      List.of(TEXT.required(), SPEAKER)),

  DESCRIBE("Describe the archive", new FrontEnds("", "", "describe_archive"), List.of(), List.of());

  /**
   * The names of an operation at each front end; empty where it is not offered.
   *
   * @param path the address of its data
   * @param command the command
   * @param tool the tool of an assistant
   */
  public record FrontEnds(String path, String command, String tool) {}

  private final String summary;
  private final FrontEnds frontEnds;
  private final List<Parameter> parameters;
  private final List<Parameter> arguments;

  ArchiveOperation(
      String summary, FrontEnds frontEnds, List<Parameter> parameters, List<Parameter> arguments) {
    this.summary = summary;
    this.frontEnds = frontEnds;
    this.parameters = parameters;
    this.arguments = arguments;
  }

  /** These parameters, and those that filter. */
  private static List<Parameter> filtered(Parameter... others) {
    return Stream.of(Stream.of(others), Parameters.DAYS_AND_FACETS.stream(), Stream.of(VERSIONS))
        .flatMap(parameters -> parameters)
        .toList();
  }

  /** The operations that a command of the command line offers. */
  public static List<ArchiveOperation> ofCommand(String command) {
    return Arrays.stream(values())
        .filter(each -> each.frontEnds.command().equals(command) && !command.isEmpty())
        .toList();
  }

  /** Its effect, as an imperative. */
  public String summary() {
    return summary;
  }

  public FrontEnds frontEnds() {
    return frontEnds;
  }

  /** The parameters of its address, which are its options where they have a name for one. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** The arguments of its tool. */
  public List<Parameter> arguments() {
    return arguments;
  }

  /** The parameter of its address with this name. */
  public Optional<Parameter> parameter(String label) {
    return parameters.stream().filter(each -> each.label().equals(label)).findFirst();
  }
}
