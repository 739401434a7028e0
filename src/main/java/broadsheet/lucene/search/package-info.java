/** How does one search run, from plan to page? */
package broadsheet.lucene.search;
