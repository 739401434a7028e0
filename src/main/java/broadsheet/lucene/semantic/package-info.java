/** How are vectors kept? Passages of articles, in an index beside the main one. */
package broadsheet.lucene.semantic;
