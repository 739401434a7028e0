package broadsheet.corpus.record;

/** What a format says to the beginning of a file. */
public sealed interface Recognition {

  /** The format reads it. */
  record Mine() implements Recognition {}

  /** The format knows the file, and that it holds no articles. */
  record NoArticle(String reason) implements Recognition {}

  /** The file may be something else. */
  record NotMine() implements Recognition {}

  Recognition MINE = new Mine();
  Recognition NOT_MINE = new NotMine();

  static Recognition noArticle(String reason) {
    return new NoArticle(reason);
  }
}
