package broadsheet.lucene.part;

import broadsheet.engine.request.Filters;
import broadsheet.engine.result.Completeness;
import broadsheet.engine.result.Note;
import broadsheet.lucene.compile.LanguageCompiler;
import broadsheet.lucene.schema.IndexFormat;
import broadsheet.lucene.snapshot.SearchBudget;
import broadsheet.query.QueryNode;
import java.io.IOException;
import java.util.List;

/** All parts of one state of an archive, asked within one time limit. Not thread-safe. */
public interface IndexParts {

  /** The answers of the parts, in their order; of those that answered if not all did. */
  <A> List<A> ask(PartQuestion<A> question) throws IOException;

  /**
   * The answers to a question about the archive as a whole, which may be kept as long as its state
   * is current.
   */
  default <A> List<A> about(PartQuestion<A> question) throws IOException {
    return ask(question);
  }

  /** Announces a question, so that parts on other machines get it together with the next one. */
  default void announce(PartQuestion<?> question) {}

  /**
   * Compiles a query, for the notes on it, and looks up what parts need to compile and score it.
   *
   * @param filters those it is searched with
   */
  LanguageCompiler prepare(QueryNode query, Filters filters) throws IOException;

  /**
   * Looks up what parts on other machines need to compile and score a query; nothing where there is
   * one part.
   */
  default void lookUp(QueryNode query, Filters filters) throws IOException {}

  /**
   * The time left to answer, with the dictionary of the archive. It is over the articles only if
   * there is one part.
   */
  SearchBudget budget();

  /**
   * Looks up what parts on other machines need to compile a query; nothing where there is one part.
   */
  default void lookUp(QueryNode query) throws IOException {}

  /** The metadata of the state. */
  IndexFormat format();

  /** Whether there is only one part, whose answers need no merging. */
  boolean isOne();

  /** Whether all parts have answered so far. */
  boolean isWhole();

  /** Notes that parts did not answer. */
  List<Note> notes();

  /**
   * The completeness of an answer.
   *
   * @param isInTime whether all of it was computed before the time limit
   */
  default Completeness completeness(boolean isInTime) {
    return isWhole() ? Completeness.within(isInTime) : Completeness.PART_UNREACHABLE;
  }
}
