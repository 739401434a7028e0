/** What is every page and its data twin made of? Frames, marks, dates, hits. */
package broadsheet.web.page;
