/**
 * What may the OpenSearch plugin use of our Lucene code? The only room of {@code lucene} it
 * imports.
 */
package broadsheet.lucene.shard;
