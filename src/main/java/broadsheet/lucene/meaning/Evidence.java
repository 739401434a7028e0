package broadsheet.lucene.meaning;

import broadsheet.lucene.semantic.NearArticle;

/**
 * An article near a query in meaning, on a scale that is the same for all models.
 *
 * @param share see {@link broadsheet.engine.Likeness#share}
 */
record Evidence(NearArticle article, float share) {}
