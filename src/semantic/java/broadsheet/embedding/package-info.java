/**
 * What does a text mean? Sentence-embedding models in folders, as an optional module of its own.
 */
package broadsheet.embedding;
