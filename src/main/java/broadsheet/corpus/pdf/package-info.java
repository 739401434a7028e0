/** How are articles read from PDF? */
package broadsheet.corpus.pdf;
