/** How are articles read from scanned pages: ALTO and METS, hOCR, PAGE, DIDL and others? */
package broadsheet.corpus.print;
