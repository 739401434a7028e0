package broadsheet.lucene.meaning;

import broadsheet.lucene.semantic.NearPassage;

/**
 * An article near a query in meaning, on a scale that is the same for all models.
 *
 * @param passage its closest passage
 * @param share see {@link broadsheet.engine.Likeness#share}
 */
public record Evidence(NearPassage passage, float share) {}
