/** How are many queries answered at once? */
package broadsheet.web.batch;
