package broadsheet.corpus;

import broadsheet.article.Article;
import broadsheet.article.PublicationDate;

/**
 * Adds to an article what its record does not state and its surroundings tell: its date from its
 * address, or from the names of its file and folders; its language from such a name. Immutable.
 */
final class Completion {
  private final DateInPlace dateInPlace;

  Completion(DateReader dates) {
    this.dateInPlace = new DateInPlace(dates);
  }

  /**
   * The article with what could be added. What is stated stays.
   *
   * @param source the file it was read from
   */
  Article of(Article article, SourceFile source) {
    PublicationDate date =
        article.publishedAt().isKnown() ? article.publishedAt() : date(article, source);
    String language =
        article.language().isEmpty()
            ? LanguageOfPlace.of(file(article.locations().getFirst()))
            : article.language();
    boolean isSame = date.equals(article.publishedAt()) && language.equals(article.language());
    return isSame ? article : article.toBuilder().publishedAt(date).language(language).build();
  }

  /** The name of a web archive tells when its pages were fetched. */
  private PublicationDate date(Article article, SourceFile source) {
    PublicationDate date = dateInPlace.ofUrl(article.url());
    boolean isTold = source.url().isEmpty() && isWholeFile(article);
    return date.isKnown() || !isTold ? date : dateInPlace.ofPath(article.locations().getFirst());
  }

  /** The name of a file of many articles tells when they were gathered, if anything. */
  private static boolean isWholeFile(Article article) {
    return article.locations().getFirst().indexOf('#') < 0;
  }

  private static String file(String location) {
    int end = location.lastIndexOf('#');
    return end < 0 ? location : location.substring(0, end);
  }
}
