package broadsheet.engine;

/** Receives the progress of work on the articles of an index. */
public interface ArticleProgress {

  /** Reports the number of articles that are done, of all. */
  void reached(long done, long all);
}
