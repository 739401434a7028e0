package broadsheet.names;

import broadsheet.article.Article;

/** A text of an article in which names are looked for. */
public enum NamedPart {
  TITLE,
  STANDFIRST,
  DATELINE,
  BODY,
  CAPTION;

  /** The text, its paragraphs separated by a line feed; empty if the article has none. */
  public String of(Article article) {
    return switch (this) {
      case TITLE -> article.title();
      case STANDFIRST -> article.standfirst();
      case DATELINE -> article.dateline();
      case BODY -> String.join("\n", article.paragraphs());
      case CAPTION -> String.join("\n", article.captions());
    };
  }
}
