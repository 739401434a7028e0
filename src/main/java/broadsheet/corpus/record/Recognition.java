package broadsheet.corpus.record;

/** A format's verdict on a file, from its beginning: its own, not its own, or no article. */
public sealed interface Recognition {

  /** The format reads the file. */
  record Mine() implements Recognition {}

  /** The format knows the file and that it contains no articles. */
  record NoArticle(String reason) implements Recognition {}

  /** The file may be in another format. */
  record NotMine() implements Recognition {}

  Recognition MINE = new Mine();
  Recognition NOT_MINE = new NotMine();

  static Recognition mineIf(boolean isMine) {
    return isMine ? MINE : NOT_MINE;
  }

  static Recognition noArticle(String reason) {
    return new NoArticle(reason);
  }
}
