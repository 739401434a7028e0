/** What does one committed state hold? Terms, languages, facets, field lengths. */
package broadsheet.lucene.snapshot;
