/** Which language is a text in? */
package broadsheet.corpus.language;
