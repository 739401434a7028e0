/** How are articles read from office files and books? */
package broadsheet.corpus.office;
