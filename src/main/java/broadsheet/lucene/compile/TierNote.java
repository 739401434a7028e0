package broadsheet.lucene.compile;

import broadsheet.engine.result.Note;
import broadsheet.query.LoneYear;
import broadsheet.query.QueryNode;
import java.util.List;

/**
 * Words the note that states how many articles match the whole query, and that partial matches
 * follow.
 */
public final class TierNote {
  private TierNote() {}

  /**
   * Words the note.
   *
   * @param articles the number of articles that match the whole query
   */
  public static Note of(long articles, Relaxation relaxation, LanguageCompiler compiler) {
    List<QueryNode> units =
        relaxation.counted().stream().distinct().filter(u -> !compiler.isStopWord(u)).toList();
    boolean areWords = units.stream().allMatch(unit -> LoneYear.plainWord(unit).isPresent());
    return new Note.SomeOfIt(articles, units.size(), areWords, relaxation.optional().size() == 1);
  }
}
