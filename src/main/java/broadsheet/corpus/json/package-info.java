/** How are articles read from JSON? */
package broadsheet.corpus.json;
