package broadsheet.desk;

import broadsheet.article.ArticleRef;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Which articles a user has read. Kept only for users who switched it on, seen by nobody else, and
 * erased when it is switched off. Thread-safe, and safe between processes.
 */
public interface ReadMarks {

  /** The most marks of a user; older ones make room. */
  int MOST = 10_000;

  /**
   * Whether a user's marks are kept.
   *
   * @throws DeskException when that cannot be read
   */
  boolean isOn(String user);

  /**
   * Begins to keep a user's marks.
   *
   * @throws DeskException when that cannot be stored
   */
  void turnOn(String user);

  /**
   * Erases a user's marks for good and keeps no more.
   *
   * @throws DeskException when they cannot be erased
   */
  void erase(String user);

  /**
   * Marks an article as read or unread. Does nothing for a user whose marks are not kept.
   *
   * @throws DeskException when that cannot be stored
   */
  void mark(String user, ArticleRef article, boolean isRead);

  /**
   * Those of these articles that a user has read, by fingerprint or id.
   *
   * @throws DeskException when that cannot be read
   */
  Set<ArticleRef> among(String user, Collection<ArticleRef> articles);

  /**
   * The articles a user has read, the last one first.
   *
   * @throws DeskException when they cannot be read
   */
  List<ArticleRef> all(String user);
}
