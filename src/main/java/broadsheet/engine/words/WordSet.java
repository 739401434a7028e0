package broadsheet.engine.words;

import broadsheet.engine.request.Filters;
import broadsheet.query.QueryNode;

/**
 * A subcorpus: the articles whose words are counted. Where reprints are folded, what these articles
 * are compared with is folded by itself too: of each family, the oldest article under the filters,
 * or in the archive.
 *
 * @param query finds them; its matches are places in their texts
 * @param filters restrict them
 * @param isFolding whether of reprints only one counts: the oldest, of equally old ones that with
 *     the first id
 */
public record WordSet(QueryNode query, Filters filters, boolean isFolding) {}
