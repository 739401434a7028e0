package broadsheet.lucene.semantic;

/**
 * An article near a query in meaning.
 *
 * @param document the article's document number in the main index
 * @param likeness the likeness of its closest passage to the query: their dot product, at most 1
 * @param start the offset of that passage in the article's body, in UTF-16 units
 * @param end the end of the passage, exclusive; 0 if the article has no body
 */
public record NearArticle(int document, float likeness, int start, int end) {}
