/** What can be done from the command line? One class per command. */
package broadsheet.cli;
