/** How does an OpenSearch node hold a shard of an archive? The plugin. */
package broadsheet.opensearch.plugin;
