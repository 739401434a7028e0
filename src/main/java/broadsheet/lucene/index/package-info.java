/** How is an index written? */
package broadsheet.lucene.index;
