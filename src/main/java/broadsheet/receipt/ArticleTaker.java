package broadsheet.receipt;

import broadsheet.article.ArticleRef;

/** Takes the articles of a search one by one, in any order. */
interface ArticleTaker {

  /**
   * Takes an article.
   *
   * @param month see {@link ArticleSet.MonthSum}
   */
  void take(ArticleRef article, String month);
}
