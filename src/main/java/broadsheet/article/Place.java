package broadsheet.article;

/** The place of a word within a part of an article. */
public sealed interface Place permits Box, Moment, Place.Somewhere {
  /** In the part, but where is not known. It holds for all words up to the next place. */
  Somewhere SOMEWHERE = new Somewhere();

  /** The place of words of which only the part is known. */
  record Somewhere() implements Place {}
}
