/** Which bytes are inside a compressed file, and what happens if they are damaged or too many? */
package broadsheet.corpus.pack;
