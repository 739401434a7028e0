package broadsheet.operation;

import broadsheet.engine.request.Counting;
import broadsheet.engine.request.FacetField;
import broadsheet.engine.request.Match;
import broadsheet.engine.request.SearchMode;
import broadsheet.engine.request.SearchRequest;
import broadsheet.engine.request.SortOrder;
import broadsheet.engine.request.VersionScope;
import broadsheet.engine.result.Timeline;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.LineSample;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordGrouping;
import broadsheet.names.NameKind;
import broadsheet.operation.Parameter.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The parameters of the operations: each has its meaning, default and bounds here. */
public final class Parameters {
  /** The most lines of a page. */
  private static final int MOST_LINES = 1_000;

  private static final int MOST_TIMES = 1_000_000;

  /** The most queries that are compared over time. */
  public static final int MOST_QUERIES = 6;

  public static final Parameter Q = Parameter.text("q", "the query");

  /** The draft of an assistant. */
  public static final Parameter TEXT =
      Parameter.text("text", "a quotation, or a text with quotations in quotation marks");

  public static final Parameter SPEAKER =
      Parameter.text("speaker", "the one who is said to say a quotation without marks");

  /** The query of an assistant. */
  public static final Parameter QUERY =
      Parameter.text("query", "a query; empty for all articles").required();

  /** The queries of an assistant that are compared. */
  public static final Parameter QUERIES =
      Parameter.text("queries", "the queries to compare").repeatable(MOST_QUERIES).required();

  public static final Parameter COMPARED = Q.repeatable(MOST_QUERIES);

  public static final Parameter PAGE =
      Parameter.number("page", "the number of the page").usually("1").as("--page");
  public static final Parameter SIZE =
      Parameter.number("size", "hits per page")
          .within(1, SearchRequest.MAX_SIZE)
          .usually("10")
          .as("-n");
  public static final Parameter AFTER =
      Parameter.of("after", "the “next” of the page before", Kind.CURSOR).as("--after");

  public static final Parameter SORT =
      Parameter.choice("sort", "the order of the hits", SortOrder.RELEVANCE).as("--sort");
  public static final Parameter MATCH =
      Parameter.choice(
              "match",
              "all finds only articles with all words; some also finds those that have enough of"
                  + " them; auto means some for three words or more",
              Match.AUTO)
          .as("--match");
  public static final Parameter MODE =
      Parameter.choice(
              "mode",
              "lexical matches words; hybrid also matches the meaning of plain words, in an index"
                  + " made with index --semantic",
              SearchMode.LEXICAL)
          .as("--mode");
  public static final Parameter DUPLICATES =
      Parameter.either("duplicates", "show: lists and counts each reprint", "fold", "show")
          .as("--reprints");

  public static final Parameter MEASURE =
      Parameter.choice("measure", "the value shown over time", List.of("count", "share"));
  public static final Parameter COUNTS =
      Parameter.choice("counts", "what is counted of all hits", Counting.ALL);
  public static final Parameter WORDS =
      Parameter.either(
          "words", "distinctive: finds words that set the hits apart", "none", "distinctive");

  public static final Parameter ANSWERS =
      Parameter.either(
          "answers", "off: marks no sentence as the answer to a question", "on", "off");

  public static final Parameter FROM =
      Parameter.of("from", "only articles published on or after this day", Kind.DAY).as("--from");
  public static final Parameter TO =
      Parameter.of("to", "only articles published on or before this day", Kind.DAY).as("--to");
  public static final Parameter VERSIONS =
      Parameter.choice(
              "versions",
              "latest finds the latest version of each article; all finds each version",
              VersionScope.LATEST)
          .as("--versions");

  public static final Parameter UNIT =
      Parameter.choice(
          "unit",
          "the length of a period; auto suits the span of the matches",
          orAny("auto", Timeline.Unit.values()));

  public static final Parameter ROWS =
      Parameter.number("size", "the most rows")
          .within(1, CollocatesRequest.MOST_ROWS)
          .usually("100")
          .as("-n");
  public static final Parameter LINES =
      Parameter.number("size", "the most lines").within(1, MOST_LINES).usually("100").as("-n");
  public static final Parameter LINE_ORDER =
      Parameter.choice(
              "order",
              "the order of the lines; right1 is by the first word after the match",
              LineOrder.ARTICLE)
          .as("--order");
  public static final Parameter SECOND_ORDER = then("second", "equal in the first order");
  public static final Parameter THIRD_ORDER = then("third", "equal in both others");
  public static final Parameter NEAR_WORD =
      Parameter.text("near", "lines of matches with this word near them alone, one for each time")
          .as("--near");
  public static final Parameter MARKED =
      Parameter.text("lines", "lists the matches of this query in the articles instead")
          .as("--lines");
  public static final Parameter SAMPLE =
      Parameter.number("sample", "draws so many lines at random; 0 for all")
          .within(0, LineSample.MOST_LINES)
          .usually("0")
          .as("--sample");
  public static final Parameter THIN =
      Parameter.number("thin", "draws this percentage of the lines at random")
          .within(1, 100)
          .usually("100")
          .as("--thin");
  public static final Parameter SEED =
      Parameter.number("seed", "the same number draws the same lines again")
          .within(0, Parameter.ANY)
          .usually("1")
          .as("--seed");
  public static final Parameter ENDINGS =
      Parameter.either(
              "endings", "any: counts words in every form that a search finds", "typed", "any")
          .as("--any-ending");
  public static final Parameter AROUND =
      Parameter.either("around", "match: only sequences with a match in them", "any", "match")
          .as("--around-match");
  public static final Parameter MEASURED_BY =
      Parameter.choice("order", "the measure by which they are sorted", Association.LOG_LIKELIHOOD)
          .as("--order");
  public static final Parameter CONTEXT =
      Parameter.number("context", "the most characters on each side")
          .within(0, ConcordanceRequest.MOST_CONTEXT)
          .usually("50")
          .as("--context");
  public static final Parameter LEFT = near("left", "words before a match that are near it");
  public static final Parameter RIGHT = near("right", "words after a match that are near it");

  /** The words on both sides. */
  public static final Parameter WINDOW =
      near("window", "words on each side that are near").within(1, CollocatesRequest.MOST_WORDS);

  public static final Parameter SPAN =
      Parameter.either(
              "span",
              "sentence: only words of the same sentence are near a match",
              "words",
              "sentence")
          .as("--sentence");
  public static final Parameter STOP_WORDS =
      Parameter.either(
              "stopwords",
              "on: lists stop words as well, and sequences that begin or end with one",
              "off",
              "on")
          .as("--stop-words");
  public static final Parameter LEAST = least("the fewest times that it is printed", "2");
  public static final Parameter LEAST_OF_KEYWORDS =
      least("the fewest times that a keyword is printed", "3");
  public static final Parameter BY =
      Parameter.choice("by", "the groups in which matches are counted", WordGrouping.YEAR)
          .as("--by");
  public static final Parameter AGAINST =
      Parameter.text(
              "against", "a query for the articles to compare with; all others if it is empty")
          .as("--against");
  public static final Parameter LENGTH =
      Parameter.number("length", "the words of a sequence")
          .within(2, SequencesRequest.LONGEST)
          .usually("2")
          .as("--length");

  public static final Parameter HITS =
      Parameter.number(
              "hits",
              "writes a row for each of the best hits of a query, up to this many; 0 writes one"
                  + " row a query")
          .within(0, SearchRequest.MAX_SIZE)
          .usually("0")
          .as("--hits");

  public static final Parameter FACET =
      Parameter.choice(
          "facet", "the facet", FacetField.KEYWORDS.stream().map(FacetField::label).toList());
  public static final Parameter FIND =
      Parameter.text("find", "only values that contain this, whatever capitals and accents");

  public static final Parameter VALUE_ORDER =
      Parameter.choice("order", "the order of the values", List.of("count", "name"));

  public static final Parameter ID = Parameter.text("id", "the id of a hit").within(1, 1_000);
  public static final Parameter OFFSET =
      Parameter.number("offset", "where to begin in the text")
          .within(0, Parameter.ANY)
          .usually("0");
  public static final Parameter NAME =
      Parameter.text("name", "the whole name: Paul Volcker").within(1, 300);
  public static final Parameter NAME_KIND =
      Parameter.choice(
          "kind",
          "the kind of name; any takes the one with most articles",
          orAny("any", NameKind.values()));

  /** The days and facets that restrict a search. */
  static final List<Parameter> DAYS_AND_FACETS =
      Stream.concat(Stream.of(FROM, TO), Arrays.stream(FacetField.values()).map(Parameters::of))
          .toList();

  private Parameters() {}

  /** The parameter that filters by a facet. */
  public static Parameter of(FacetField facet) {
    Kind kind = facet == FacetField.YEAR ? Kind.YEAR : Kind.TEXT;
    return Parameter.of(facet.label(), meaning(facet), kind)
        .repeatable(0)
        .as("--" + facet.label().replace('_', '-'));
  }

  private static String meaning(FacetField facet) {
    return switch (facet) {
      case CORRECTION_OF -> "only corrections of the article with this id";
      case YEAR -> "only articles from this year; of several, any";
      case SPEAKER -> "only transcripts in which this speaker is heard; of several, any";
      case COLLECTION -> "only articles of this collection of the archive; of several, any";
      case SOURCE, SECTION, EDITION, AUTHOR, TOPIC, PLACE, PERSON, ORGANISATION, LANGUAGE ->
          "only articles with this %s, as the archive spells it; of several, any"
              .formatted(facet.label());
    };
  }

  private static Parameter then(String label, String which) {
    return Parameter.choice(
            label, "the order of lines that are " + which, orAny("none", LineOrder.values()))
        .as("--" + label);
  }

  private static Parameter least(String meaning, String standard) {
    return Parameter.number("least", meaning).within(1, MOST_TIMES).usually(standard).as("--least");
  }

  private static Parameter near(String label, String meaning) {
    return Parameter.number(label, meaning)
        .within(0, CollocatesRequest.MOST_WORDS)
        .usually("5")
        .as("--" + label);
  }

  private static List<String> orAny(String any, Enum<?>... values) {
    return Stream.concat(Stream.of(any), Arrays.stream(values).map(Parameter::label)).toList();
  }
}
