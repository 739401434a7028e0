/** What does a text mean? A sentence-embedding model, as an optional module of its own. */
package broadsheet.embedding;
