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

  /** The article with what could be added. What is stated stays. */
  Article of(Article article) {
    PublicationDate date = article.publishedAt().isKnown() ? article.publishedAt() : date(article);
    String language =
        article.language().isEmpty()
            ? LanguageOfPlace.of(file(article.location()))
            : article.language();
    boolean isSame = date.equals(article.publishedAt()) && language.equals(article.language());
    return isSame ? article : article.toBuilder().publishedAt(date).language(language).build();
  }

  private PublicationDate date(Article article) {
    PublicationDate date = dateInPlace.ofUrl(article.url());
    return date.isKnown() || !isWholeFile(article) ? date : dateInPlace.ofPath(article.location());
  }

  /** The name of a file of many articles tells when they were gathered, if anything. */
  private static boolean isWholeFile(Article article) {
    return article.location().indexOf('#') < 0;
  }

  private static String file(String location) {
    int end = location.lastIndexOf('#');
    return end < 0 ? location : location.substring(0, end);
  }
}
