package broadsheet.web.words;

import broadsheet.engine.LookedAt;
import broadsheet.engine.SearchEngine;
import broadsheet.engine.result.Note;
import broadsheet.engine.words.Collocates;
import broadsheet.engine.words.CollocatesRequest;
import broadsheet.engine.words.Concordance;
import broadsheet.engine.words.ConcordanceRequest;
import broadsheet.engine.words.Extent;
import broadsheet.engine.words.Frequencies;
import broadsheet.engine.words.FrequenciesRequest;
import broadsheet.engine.words.Keywords;
import broadsheet.engine.words.KeywordsRequest;
import broadsheet.engine.words.LineOrder;
import broadsheet.engine.words.Sequences;
import broadsheet.engine.words.SequencesRequest;
import broadsheet.engine.words.WordSet;
import broadsheet.engine.words.Workbench;
import broadsheet.export.RecordTable;
import broadsheet.web.page.PrintedCount;
import broadsheet.web.page.QueryView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
   * @param query the query as read
   * @param other the articles to compare with, for keywords; empty for all others
   */
  public static WordsTable of(
      WordsKind kind,
      WordSet set,
      Optional<WordSet> other,
      WordsChoices choices,
      QueryView query,
      SearchEngine engine) {
    Workbench workbench = engine.workbench();
    boolean isAny = engine.hasAny(set.query(), set.filters());
    String looked = isAny ? "" : LookedAt.in(engine, set.query(), set.filters());
    return looked.isEmpty()
        ? answer(kind, set, other, choices, query, workbench)
        : answer(kind, set, other, choices, query.and(List.of(looked)), workbench).noting(looked);
  }

  private WordsTable noting(String note) {
    List<String> all = Stream.concat(notes.stream(), Stream.of(note)).toList();
    return new WordsTable(view, table, facts, all, next);
  }

  private static WordsTable answer(
      WordsKind kind,
      WordSet set,
      Optional<WordSet> other,
      WordsChoices choices,
      QueryView query,
      Workbench workbench) {
    return switch (kind) {
      case WORDS ->
          lines(
              workbench.concordance(
                  new ConcordanceRequest(
                      set, choices.order(), choices.size(), choices.after(), choices.context())),
              choices.order(),
              query);
      case COLLOCATES ->
          collocates(
              workbench.collocates(
                  new CollocatesRequest(
                      set,
                      choices.left(),
                      choices.right(),
                      choices.isWithinSentence(),
                      choices.withStopWords(),
                      choices.least(),
                      choices.measure(),
                      choices.size())),
              query);
      case FREQUENCIES ->
          frequencies(workbench.frequencies(new FrequenciesRequest(set, choices.by())), query);
      case KEYWORDS ->
          keywords(
              workbench.keywords(
                  new KeywordsRequest(
                      set, other, choices.withStopWords(), choices.least(), choices.size())),
              query);
      case NGRAMS ->
          sequences(
              workbench.sequences(
                  new SequencesRequest(set, choices.length(), choices.least(), choices.size())),
              query);
    };
  }

  private static WordsTable lines(Concordance found, LineOrder order, QueryView query) {
    // in an order by article, a full page needs no more articles
    boolean tellsExtent = order.isByWords() || !found.extent().isAll();
    List<String> notes = notes(found.notes(), Optional.of(found.extent()).filter(_ -> tellsExtent));
    LinesView view = LinesView.of(found, query.and(notes));
    String lines =
        found.total().isPresent()
            ? PrintedCount.of(found.total().getAsLong(), "line")
            : "more than " + PrintedCount.of(found.lines().size(), "line");
    return new WordsTable(
        view,
        new RecordTable<>(LinesView.Line.class, view.lines()),
        List.of(lines, "in " + PrintedCount.of(found.extent().of(), "article")),
        notes,
        found.next());
  }

  private static WordsTable collocates(Collocates found, QueryView query) {
    List<String> notes = notes(found.notes(), Optional.of(found.extent()));
    return new WordsTable(
        CollocatesView.of(found, query.and(notes)),
        new RecordTable<>(Collocates.Collocate.class, found.collocates()),
        List.of(
            PrintedCount.of(found.matches(), "place"),
            PrintedCount.of(found.near(), "word") + " near them",
            "of " + PrintedCount.of(found.words(), "word")),
        notes,
        Optional.empty());
  }

  private static WordsTable frequencies(Frequencies found, QueryView query) {
    List<String> notes = notes(found.notes(), Optional.of(found.extent()));
    FrequenciesView view = FrequenciesView.of(found, query.and(notes));
    return new WordsTable(
        view,
        new RecordTable<>(FrequenciesView.Frequency.class, view.groups()),
        List.of(
            PrintedCount.of(view.all().matches(), "place"),
            rounded(view.all().perMillion()) + " per million words",
            PrintedCount.of(found.hits(), "word") + " in the articles that match",
            PrintedCount.of(found.all().words()) + " under these filters",
            PrintedCount.of(found.archive()) + " in the archive"),
        notes,
        Optional.empty());
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
            PrintedCount.of(found.words(), "word"),
            "compared with " + PrintedCount.of(found.otherWords(), "word")),
        notes,
        Optional.empty());
  }

  private static WordsTable sequences(Sequences found, QueryView query) {
    List<String> notes = notes(found.notes(), Optional.of(found.extent()));
    return new WordsTable(
        SequencesView.of(found, query.and(notes)),
        new RecordTable<>(Sequences.Sequence.class, found.sequences()),
        List.of(
            "in " + PrintedCount.of(found.extent().of(), "article"),
            "of " + PrintedCount.of(found.words(), "word")),
        notes,
        Optional.empty());
  }

  /** A number to one decimal place. */
  private static String rounded(double number) {
    return PrintedCount.number(Math.round(10 * number) / 10.0);
  }

  @SafeVarargs
  private static List<String> notes(List<Note> notes, Optional<Extent>... extents) {
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
            .formatted(PrintedCount.of(part.read()), PrintedCount.of(part.of(), "article"));
  }
}
