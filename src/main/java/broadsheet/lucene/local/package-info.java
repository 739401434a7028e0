/** Which hits does a search have in one index? */
package broadsheet.lucene.local;
