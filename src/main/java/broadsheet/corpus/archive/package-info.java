/** What is inside a container? Archives are unpacked as they are read. */
package broadsheet.corpus.archive;
