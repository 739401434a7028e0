/** How are articles written, updated and committed? */
package broadsheet.lucene.index;
