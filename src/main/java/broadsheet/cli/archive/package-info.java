/** How is an archive as a whole kept, restored and upgraded? */
package broadsheet.cli.archive;
