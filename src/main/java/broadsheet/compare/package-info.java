/** How do two versions of an article differ? */
package broadsheet.compare;
