/** What does a reader keep? The commands for saved searches and for lists. */
package broadsheet.cli.keep;
