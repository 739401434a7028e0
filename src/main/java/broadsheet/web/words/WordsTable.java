package broadsheet.web.words;

import broadsheet.address.ParameterValues;
import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.Note;
import broadsheet.engine.words.Association;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Dispersion;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.Frequencies;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.Keywords;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.Sequences;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordGrouping;
import broadsheet.engine.words.WordSet;
import broadsheet.engine.words.Workbench;
import broadsheet.export.RecordTable;
import broadsheet.operation.Parameters;
import broadsheet.query.QueryNode;
import broadsheet.web.page.FormattedCount;
import broadsheet.web.page.QueryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the workbench as a table.
 *
 * @param view the same as JSON
 * @param facts the numbers of the whole, each in a few words
 * @param notes a sentence for each way in which it is not exact
 * @param next continues a list of lines; empty at its end
 */
public record WordsTable(
    Object view,
    RecordTable<?> table,
    List<String> facts,
    List<String> notes,
    Optional<String> next) {

  private static final String CUT = "The search was cut short, so more articles may match.";
  private static final String SAMPLE = "A sample: ";

  /**
   * Asks the workbench. Where nothing matches, a note says what was looked at.
   *
   * @param parser reads any query
   * @param query the query as read
   */
  public static WordsTable of(
      WordsParameters parameters,
      Function<String, QueryNode> parser,
      QueryView query,
      SearchEngine engine) {
    Workbench workbench = engine.workbench();
    WordSet set = parameters.set(parser.apply(parameters.search().text()));
    Optional<WordSet> other =
        Optional.of(parameters.choices().text(Parameters.AGAINST))
            .filter(text -> !text.isBlank())
            .map(text -> parameters.set(parser.apply(text)));
    boolean isAny = engine.hasAny(set.query(), set.filters());
    List<String> said =
        filled(
            isAny ? "" : LookedAt.in(engine, set.query(), set.filters()),
            CharacterNote.of(parameters.search().text()));
    return answer(parameters, parser, new Asked(set, other, query.and(said)), workbench)
        .noting(said);
  }

  /** The forms that were counted; null where that is not told. */
  @Nullable FormsView forms() {
    return switch (view) {
      case LinesView lines -> lines.forms();
      case CollocatesView near -> near.forms();
      case FrequenciesView groups -> groups.forms();
      default -> null;
    };
  }

  /** Whether all articles were read for it. */
  boolean isExact() {
    ExtentView extent =
        switch (view) {
          case LinesView lines -> lines.articles();
          case CollocatesView near -> near.articles();
          case FrequenciesView groups -> groups.articles();
          case KeywordsView words -> words.articles();
          case SequencesView sequences -> sequences.articles();
          default -> throw new IllegalStateException("no table of words: " + view);
        };
    return extent.isExact();
  }

  private WordsTable noting(List<String> said) {
    List<String> all = Stream.concat(notes.stream(), said.stream()).toList();
    return new WordsTable(view, table, facts, all, next);
  }

  /**
   * The question that a table answers.
   *
   * @param other the articles to compare with
   */
  private record Asked(WordSet set, Optional<WordSet> other, QueryView query) {}

  private static WordsTable answer(
      WordsParameters parameters,
      Function<String, QueryNode> parser,
      Asked asked,
      Workbench workbench) {
    WordSet set = asked.set;
    QueryView query = asked.query;
    ParameterValues choices = parameters.choices();
    int size = choices.number(Parameters.ROWS);
    int least = choices.number(Parameters.LEAST);
    boolean withStopWords = choices.isOn(Parameters.STOP_WORDS);
    return switch (parameters.kind()) {
      case WORDS -> new LineTable(parameters, parser).page(set, query, workbench);
      case COLLOCATES ->
          collocates(
              workbench.collocates(
                  new CollocatesRequest(
                      set,
                      choices.number(Parameters.LEFT),
                      choices.number(Parameters.RIGHT),
                      choices.isOn(Parameters.SPAN),
                      withStopWords,
                      least,
                      choices.choice(Parameters.MEASURED_BY, Association.class),
                      size)),
              query,
              FormsView.of(set, workbench));
      case FREQUENCIES ->
          frequencies(
              workbench.frequencies(
                  new FrequenciesRequest(set, choices.choice(Parameters.BY, WordGrouping.class))),
              query,
              FormsView.of(set, workbench));
      case KEYWORDS ->
          keywords(
              workbench.keywords(new KeywordsRequest(set, asked.other, withStopWords, least, size)),
              query);
      case NGRAMS ->
          sequences(
              workbench.sequences(
                  new SequencesRequest(
                      set,
                      choices.number(Parameters.LENGTH),
                      withStopWords,
                      least,
                      size,
                      choices.isOn(Parameters.AROUND))),
              query);
    };
  }

  private static WordsTable collocates(
      Collocates found, QueryView query, @Nullable FormsView forms) {
    List<String> notes = notes(found.notes(), Optional.of(found.extent()));
    return new WordsTable(
        CollocatesView.of(found, query.and(notes), forms),
        new RecordTable<>(Collocates.Collocate.class, found.collocates()),
        List.of(
            FormattedCount.of(found.matches(), "match"),
            FormattedCount.of(found.near(), "word") + " near them",
            "of " + FormattedCount.of(found.words(), "word")),
        notes,
        Optional.empty());
  }

  private static WordsTable frequencies(
      Frequencies found, QueryView query, @Nullable FormsView forms) {
    List<String> notes = notes(found.notes(), Optional.of(found.extent()));
    FrequenciesView view = FrequenciesView.of(found, query.and(notes), forms);
    return new WordsTable(
        view,
        new RecordTable<>(FrequenciesView.Frequency.class, view.groups()),
        filled(
            FormattedCount.of(view.all().matches(), "match"),
            rounded(view.all().perMillion()) + " per million words",
            FormattedCount.of(found.hits(), "word") + " in the articles that match",
            FormattedCount.of(found.all().words()) + " under these filters",
            FormattedCount.of(found.archive()) + " in the archive",
            dispersion(view)),
        notes,
        Optional.empty());
  }

  private static List<String> filled(String... facts) {
    return Stream.of(facts).filter(fact -> !fact.isEmpty()).toList();
  }

  private static String dispersion(FrequenciesView view) {
    Dispersion spread = view.dispersion();
    return spread == null
        ? ""
        : String.format(
            Locale.ROOT,
            "in %s of %s groups, Juilland’s D %.3f, Gries’ DP %.3f",
            spread.range(),
            spread.groups(),
            spread.juilland(),
            spread.gries());
  }

  private static WordsTable keywords(Keywords found, QueryView query) {
    List<String> notes =
        notes(
            found.notes(),
            Optional.of(found.extent()),
            Optional.of(found.otherExtent()).filter(extent -> !extent.isExact()));
    return new WordsTable(
        KeywordsView.of(found, query.and(notes)),
        new RecordTable<>(Keywords.Keyword.class, found.keywords()),
        List.of(
            FormattedCount.of(found.words(), "word"),
            "compared with " + FormattedCount.of(found.otherWords(), "word")),
        notes,
        Optional.empty());
  }

  private static WordsTable sequences(Sequences found, QueryView query) {
    List<String> notes = notes(found.notes(), Optional.of(found.extent()));
    return new WordsTable(
        SequencesView.of(found, query.and(notes)),
        new RecordTable<>(Sequences.Sequence.class, found.sequences()),
        List.of(
            "in " + FormattedCount.of(found.extent().of(), "article"),
            "of " + FormattedCount.of(found.words(), "word")),
        notes,
        Optional.empty());
  }

  /** A number to one decimal place. */
  private static String rounded(double number) {
    return FormattedCount.number(Math.round(10 * number) / 10.0);
  }

  @SafeVarargs
  static List<String> notes(List<Note> notes, Optional<Extent>... extents) {
    List<String> all = new ArrayList<>(Note.texts(notes));
    for (Optional<Extent> extent : extents) {
      extent.filter(part -> !part.isExact()).map(WordsTable::sample).ifPresent(all::add);
    }
    return all;
  }

  private static String sample(Extent part) {
    return part.read() == part.of() || !part.isAll()
        ? CUT
        : (SAMPLE + "there was time to read %s of %s, spread evenly over all of them.")
            .formatted(FormattedCount.of(part.read()), FormattedCount.of(part.of(), "article"));
  }
}
