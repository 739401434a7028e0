/** How are articles read from plain text and Markdown? */
package broadsheet.corpus.plain;
