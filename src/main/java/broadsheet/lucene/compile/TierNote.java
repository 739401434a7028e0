package broadsheet.lucene.compile;

import broadsheet.engine.result.Note;
import broadsheet.engine.result.PartialMatchesNote;
import broadsheet.query.LoneYear;
import broadsheet.query.QueryNode;
import java.util.List;
import java.util.Optional;

/**
 * Writes the note that states how many articles match the whole query, and that partial matches
 * follow.
 */
public final class TierNote {
  private TierNote() {}

  /**
   * The number of words that a hit may lack; 0 if it may lack other parts as well, or so many words
   * that they are not all checked.
   */
  static int words(Relaxation relaxation, LanguageCompiler compiler) {
    List<QueryNode> units = units(relaxation, compiler);
    boolean areCounted =
        areWords(units) && !isInseparable(relaxation) && units.size() <= Relaxation.MOST_CHECKED;
    return areCounted ? units.size() : 0;
  }

  private static List<QueryNode> units(Relaxation relaxation, LanguageCompiler compiler) {
    return relaxation.counted().stream().distinct().filter(u -> !compiler.isStopWord(u)).toList();
  }

  /** Whether it was typed as one word: a long run of characters. */
  private static boolean isInseparable(Relaxation relaxation) {
    return relaxation.optional().size() == 1;
  }

  private static boolean areWords(List<QueryNode> units) {
    return units.stream().allMatch(unit -> LoneYear.plainWord(unit).isPresent());
  }

  /**
   * Words the note on a list of full and partial matches; empty if all match the whole query.
   *
   * @param hits the number of all hits
   */
  public static Optional<Note> ofList(
      long articles, long hits, Relaxation relaxation, LanguageCompiler compiler) {
    if (articles == hits) {
      return Optional.empty();
    }
    return Optional.of(
        articles == 0 || isInseparable(relaxation)
            ? of(articles, relaxation, compiler)
            : new Note.AllWords(articles, units(relaxation, compiler).size()));
  }

  /**
   * Words the note.
   *
   * @param articles the number of articles that match the whole query
   */
  public static Note of(long articles, Relaxation relaxation, LanguageCompiler compiler) {
    List<QueryNode> units = units(relaxation, compiler);
    return new PartialMatchesNote(
        articles, units.size(), areWords(units), isInseparable(relaxation));
  }
}
