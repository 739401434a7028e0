/** How are articles erased on the command line? */
package broadsheet.cli.erase;
