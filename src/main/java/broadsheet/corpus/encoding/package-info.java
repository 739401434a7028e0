/** Which characters do these bytes encode? */
package broadsheet.corpus.encoding;
