/** How does the program talk to an OpenSearch cluster? */
package broadsheet.opensearch;
