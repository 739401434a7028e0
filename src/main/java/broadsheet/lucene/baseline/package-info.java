/** What would plain Lucene answer? Something to measure our own ranking against. */
package broadsheet.lucene.baseline;
