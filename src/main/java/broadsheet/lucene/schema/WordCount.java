package broadsheet.lucene.schema;

import broadsheet.article.Article;

/** The length of an article in words. */
final class WordCount {
  private WordCount() {}

  /** Runs of non-blank characters in title, standfirst and body. */
  static int of(Article article) {
    int words = of(article.title()) + of(article.standfirst());
    for (String paragraph : article.paragraphs()) {
      words += of(paragraph);
    }
    return words;
  }

  private static int of(String text) {
    int words = 0;
    boolean isInWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean isBlank = Character.isWhitespace(text.charAt(i));
      words += !isBlank && !isInWord ? 1 : 0;
      isInWord = !isBlank;
    }
    return words;
  }
}
