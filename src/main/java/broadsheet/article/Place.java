package broadsheet.article;

/**
 * The location of a word within a part of an article: a box on a page, a time span in a recording,
 * or no more than the part itself.
 */
public sealed interface Place permits Box, Moment, Place.Somewhere {
  /** In the part, but where is not known. It holds for all words up to the next place. */
  Somewhere SOMEWHERE = new Somewhere();

  /** The place of words of which only the part is known. */
  record Somewhere() implements Place {}
}
