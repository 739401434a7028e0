/** How is the desk of an archive on a cluster kept? In an index of its own beside the archive. */
package broadsheet.opensearch.desk;
