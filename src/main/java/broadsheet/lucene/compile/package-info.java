/** Which Lucene query does a tree mean, in each language? */
package broadsheet.lucene.compile;
