/** How are extensions listed and tried on the command line? */
package broadsheet.cli.extension;
