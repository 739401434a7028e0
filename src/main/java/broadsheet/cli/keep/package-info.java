/** What does a reader keep? The commands for alerts, lists, users and names. */
package broadsheet.cli.keep;
