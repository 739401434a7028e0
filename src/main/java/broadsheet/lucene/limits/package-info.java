/** How much may a search take? Deadlines, searchers that keep them, and a lane for heavy work. */
package broadsheet.lucene.limits;
