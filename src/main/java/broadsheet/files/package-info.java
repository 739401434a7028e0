/** How is a small file kept? Replaced as a whole, so that a crash leaves the old or the new. */
package broadsheet.files;
