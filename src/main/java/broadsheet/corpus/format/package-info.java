/** Which format is a file in? */
package broadsheet.corpus.format;
