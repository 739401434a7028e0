/** Which words are on a scanned page, and where: how is the output of text recognition read? */
package broadsheet.corpus.ocr;
