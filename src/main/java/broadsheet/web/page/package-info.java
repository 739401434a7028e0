/** What do all pages and their JSON twins share? Frames, marks, dates, hits. */
package broadsheet.web.page;
