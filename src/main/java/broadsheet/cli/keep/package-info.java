/** What does a reader keep? The commands for saved searches, lists, users and names. */
package broadsheet.cli.keep;
