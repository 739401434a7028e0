/** Which newspapers were scanned, on which days, and what is on their pages? */
package broadsheet.web.issues;
