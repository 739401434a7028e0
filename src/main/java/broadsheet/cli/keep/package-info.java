/** What does a reader keep? The commands for saved searches, for lists and for users. */
package broadsheet.cli.keep;
