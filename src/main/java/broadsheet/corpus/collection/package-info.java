/** How are articles read from wire messages and test collections? */
package broadsheet.corpus.collection;
