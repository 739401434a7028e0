/**
 * What is near what in meaning? Passages of articles as vectors, in an index beside the main one.
 */
package broadsheet.lucene.semantic;
