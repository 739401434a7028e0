/** Which characters do these bytes stand for? */
package broadsheet.corpus.encoding;
