package broadsheet.engine;

import broadsheet.article.PublicationDate;

/**
 * An article that is a reprint of another, or an earlier or later version of it.
 *
 * @param id the article's
 * @param title the headline; empty if it has none
 * @param source the outlet; empty if unknown
 */
public record Reprint(String id, String title, String source, PublicationDate publishedAt) {}
