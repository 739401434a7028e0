package broadsheet.engine;

/** Receives the progress of work on the articles of an index. */
public interface ArticleProgress {

  /** So many articles are done, of all. */
  void reached(long done, long all);
}
