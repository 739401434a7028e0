/** What are the values of facets in one committed state? */
package broadsheet.lucene.facets;
