package broadsheet.web.words;

import broadsheet.address.Parameter;
import broadsheet.address.ParameterReader;
import broadsheet.address.QueryString;
import broadsheet.address.SearchParameters;
import broadsheet.address.UnknownNames;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordGrouping;
import broadsheet.web.openapi.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checked parameters of a page of the workbench. Immutable.
 *
 * @param search the query, its filters, and whether each reprint counts
 */
record WordsParameters(WordsKind kind, SearchParameters search, WordsChoices choices) {

  static final String ORDER = "order";
  static final String CONTEXT = "context";
  static final String LEFT = "left";
  static final String RIGHT = "right";
  static final String SPAN = "span";
  static final String STOP_WORDS = "stopwords";
  static final String LEAST = "least";
  static final String BY = "by";
  static final String AGAINST = "against";
  static final String LENGTH = "length";

  private static final String SENTENCE = "sentence";
  private static final List<String> SPANS = List.of("words", SENTENCE);
  private static final String LISTED = "on";
  private static final List<String> SWITCH = List.of("off", LISTED);
  private static final int ROWS = 100;
  private static final int CHARACTERS = 50;
  private static final int NEAR = 5;
  private static final int MOST_TIMES = 1_000_000;

  /** Search parameters that a table has no use for, or takes in a way of its own. */
  private static final List<Parameter> FOREIGN =
      List.of(
          Parameter.PAGE,
          Parameter.SIZE,
          Parameter.SORT,
          Parameter.AFTER,
          Parameter.MEASURE,
          Parameter.COUNTS,
          Parameter.MATCH,
          Parameter.MODE,
          Parameter.WORDS);

  /**
   * Reads and checks the parameters of an address.
   *
   * @throws broadsheet.address.Refusal with status 400, naming every wrong parameter and the values
   *     it takes
   */
  static WordsParameters of(WordsKind kind, QueryString given) {
    SearchParameters search = SearchParameters.of(given.without(FOREIGN.toArray(Parameter[]::new)));
    Set<String> own = own(kind).stream().map(Input::name).collect(Collectors.toSet());
    ParameterReader reader =
        new ParameterReader(
            new QueryString(
                given.pairs().stream().filter(pair -> own.contains(pair.name())).toList()));
    boolean areLines = kind == WordsKind.WORDS;
    String order = reader.choice(ORDER, orders(kind).stream());
    int most = areLines ? ConcordanceRequest.MOST_LINES : CollocatesRequest.MOST_ROWS;
    String after = reader.text(Parameter.AFTER.label());
    WordsChoices choices =
        new WordsChoices(
            areLines ? LineOrder.named(order).orElseThrow() : LineOrder.ARTICLE,
            kind == WordsKind.COLLOCATES
                ? Association.named(order).orElseThrow()
                : Association.LOG_LIKELIHOOD,
            reader.number(Parameter.SIZE.label(), ROWS, 1, most),
            areLines && !after.isEmpty() ? Optional.of(after) : Optional.empty(),
            reader.number(CONTEXT, CHARACTERS, 0, ConcordanceRequest.MOST_CONTEXT),
            reader.number(LEFT, NEAR, 0, CollocatesRequest.MOST_WORDS),
            reader.number(RIGHT, NEAR, 0, CollocatesRequest.MOST_WORDS),
            reader.choice(SPAN, SPANS.stream()).equals(SENTENCE),
            reader.choice(STOP_WORDS, SWITCH.stream()).equals(LISTED),
            reader.number(LEAST, least(kind), 1, MOST_TIMES),
            WordGrouping.named(reader.choice(BY, groupings().stream())).orElseThrow(),
            reader.text(AGAINST),
            reader.number(LENGTH, 2, 2, SequencesRequest.LONGEST));
    if (choices.left() + choices.right() == 0) {
      reader.isWrong(LEFT, "left and right take at least one word together.");
    }
    reader.refuseComplaints();
    return new WordsParameters(kind, search, choices);
  }

  /** The orders of a table; the first is the default. */
  static List<String> orders(WordsKind kind) {
    return switch (kind) {
      case WORDS -> Arrays.stream(LineOrder.values()).map(LineOrder::label).toList();
      case COLLOCATES -> Arrays.stream(Association.values()).map(Association::label).toList();
      case FREQUENCIES, KEYWORDS, NGRAMS -> List.of("standard");
    };
  }

  private static int least(WordsKind kind) {
    return kind == WordsKind.KEYWORDS ? 3 : 2;
  }

  private static List<String> groupings() {
    return Arrays.stream(WordGrouping.values()).map(WordGrouping::label).toList();
  }

  /** The parameters of a table, as they are described to programs. */
  static List<Input> inputs(WordsKind kind) {
    List<Input> inputs = new ArrayList<>(Input.asked());
    inputs.add(Input.of(Parameter.DUPLICATES));
    inputs.addAll(own(kind));
    return inputs;
  }

  /** Those that only this table takes. */
  static List<Input> own(WordsKind kind) {
    int most =
        kind == WordsKind.WORDS ? ConcordanceRequest.MOST_LINES : CollocatesRequest.MOST_ROWS;
    Input size = Input.number(Parameter.SIZE.label(), "the most rows", ROWS, 1, most);
    Input least =
        Input.number(LEAST, "the fewest times that it is printed", least(kind), 1, MOST_TIMES);
    Input stopWords = Input.choice(STOP_WORDS, "whether stop words are listed", SWITCH);
    return switch (kind) {
      case WORDS ->
          List.of(
              size,
              Input.choice(ORDER, "the order of the lines", orders(kind)),
              Input.text(Parameter.AFTER.label(), "the “next” of the page before"),
              Input.number(
                  CONTEXT,
                  "the most characters on each side",
                  CHARACTERS,
                  0,
                  ConcordanceRequest.MOST_CONTEXT));
      case COLLOCATES ->
          List.of(
              size,
              Input.choice(ORDER, "the measure by which they are sorted", orders(kind)),
              near(LEFT, "the words before a match that are near it"),
              near(RIGHT, "the words after a match that are near it"),
              Input.choice(SPAN, "whether they must stand in the same sentence", SPANS),
              stopWords,
              least);
      case FREQUENCIES ->
          List.of(Input.choice(BY, "the groups in which matches are counted", groupings()));
      case KEYWORDS ->
          List.of(
              size,
              Input.text(
                  AGAINST, "a query for the articles to compare with; all others if it is empty"),
              stopWords,
              least);
      case NGRAMS ->
          List.of(
              size,
              Input.number(LENGTH, "the words of a sequence", 2, 2, SequencesRequest.LONGEST),
              least);
    };
  }

  private static Input near(String name, String description) {
    return Input.number(name, description, NEAR, 0, CollocatesRequest.MOST_WORDS);
  }

  /** A sentence for each ignored name in an address. */
  List<String> strangers(QueryString given) {
    Set<String> own = own(kind).stream().map(Input::name).collect(Collectors.toSet());
    Set<String> foreign = FOREIGN.stream().map(Parameter::label).collect(Collectors.toSet());
    return UnknownNames.notes(
        given,
        name -> !own.contains(name) && (foreign.contains(name) || Parameter.isStrange(name)));
  }

  /** The query string of another table of the same articles, with its defaults. */
  QueryString asked() {
    return search.toQueryString();
  }

  /** The query string: the search, and each choice of this table that differs from its default. */
  QueryString toQueryString() {
    return with(Map.of());
  }

  /** The same with other choices, from the first row. */
  QueryString with(Map<String, String> others) {
    List<QueryString.Pair> pairs = new ArrayList<>(asked().pairs());
    for (Input input : own(kind)) {
      String name = input.name();
      String value = others.getOrDefault(name, name.equals("after") ? "" : value(name));
      if (!value.equals(String.valueOf(input.schema().getOrDefault("default", "")))) {
        pairs.add(new QueryString.Pair(name, value));
      }
    }
    return new QueryString(pairs);
  }

  /** The value of a choice of this table, as in an address. */
  String value(String name) {
    return switch (name) {
      case ORDER -> kind == WordsKind.WORDS ? choices.order().label() : choices.measure().label();
      case CONTEXT -> Integer.toString(choices.context());
      case LEFT -> Integer.toString(choices.left());
      case RIGHT -> Integer.toString(choices.right());
      case SPAN -> choices.isWithinSentence() ? SENTENCE : SPANS.getFirst();
      case STOP_WORDS -> choices.withStopWords() ? LISTED : SWITCH.getFirst();
      case LEAST -> Integer.toString(choices.least());
      case BY -> choices.by().label();
      case AGAINST -> choices.against();
      case LENGTH -> Integer.toString(choices.length());
      case "size" -> Integer.toString(choices.size());
      default -> choices.after().orElse("");
    };
  }
}
