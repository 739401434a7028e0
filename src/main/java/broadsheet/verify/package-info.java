/** Does the archive say what a draft quotes, and who says it there? */
package broadsheet.verify;
