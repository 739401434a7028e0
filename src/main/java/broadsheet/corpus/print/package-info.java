/** How do the pages of an issue, or single scanned pages, become articles? */
package broadsheet.corpus.print;
