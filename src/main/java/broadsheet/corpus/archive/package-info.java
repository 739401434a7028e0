/** What is inside a container? Archives are unpacked while they are read. */
package broadsheet.corpus.archive;
