/** How is an untrusted file parsed in a process of its own? */
package broadsheet.worker;
