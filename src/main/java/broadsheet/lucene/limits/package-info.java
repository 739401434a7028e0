/**
 * How much may a search take? Deadlines, searchers that keep them, and a limit on heavy queries.
 */
package broadsheet.lucene.limits;
