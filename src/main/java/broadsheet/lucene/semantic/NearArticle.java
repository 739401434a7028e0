package broadsheet.lucene.semantic;

/**
 * An article near a query in meaning.
 *
 * @param document the article's document number in the main index
 * @param likeness of its closest passage to the query: their dot product, at most 1
 * @param start where that passage begins in the article's body, in UTF-16 units
 * @param end exclusive; 0 where it has no body
 */
public record NearArticle(int document, float likeness, int start, int end) {}
