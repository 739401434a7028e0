package broadsheet.engine.result;

import broadsheet.article.ItemVersion;
import broadsheet.article.PublicationDate;

/**
 * One of several versions of an article. Immutable.
 *
 * @param id its id, which no other version has
 * @param title its {@link broadsheet.article.Headline}
 * @param publishedAt its date as it states it
 * @param version the version as its provider counts it
 * @param isLatest whether it is the one that is found
 */
public record ArticleVersion(
    String id, String title, PublicationDate publishedAt, ItemVersion version, boolean isLatest) {

  /** The most versions of an article that are listed: the newest. */
  public static final int MOST = 100;
}
