/** How are the articles of a search packed on the command line? */
package broadsheet.cli.pack;
