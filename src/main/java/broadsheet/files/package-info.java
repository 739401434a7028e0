/**
 * How are files and folders changed safely? A small file is replaced as a whole, so that a crash
 * leaves the old one or the new one; a folder is deleted with everything in it.
 */
package broadsheet.files;
