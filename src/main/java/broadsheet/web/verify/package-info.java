/** Does the archive say what a draft quotes? The form, the verdicts, and drafts while they last. */
package broadsheet.web.verify;
