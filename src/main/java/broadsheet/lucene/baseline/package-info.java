/** What does plain Lucene answer? A baseline for our own ranking. */
package broadsheet.lucene.baseline;
