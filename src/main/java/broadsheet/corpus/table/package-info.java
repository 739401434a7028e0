/** How are articles read from tables? */
package broadsheet.corpus.table;
